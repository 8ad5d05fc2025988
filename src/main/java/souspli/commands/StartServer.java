package souspli.commands;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * The first class of the server's process, alone in a jar beside Payara's: starts it, then ends the process when the
 * portal does not answer. By itself the server would stay up after a failed deployment, look alive and answer 404.
 */
public final class StartServer {
  private static final int PATIENCE_MILLIS = 60_000;

  private StartServer() {}

  /** Takes Payara Micro's arguments; {@code souspli.answers} is the address that must answer once it has started. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Class.forName("fish.payara.micro.PayaraMicro")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
    String address = System.getProperty("souspli.answers");
    if (!answers(URI.create(address))) {
      System.err.println("souspli: the portal does not answer at " + address + "; what is said above has the reason");
      System.exit(1);
    }
  }

  private static boolean answers(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}
