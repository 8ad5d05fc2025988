package souspli.api;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * {@code /api/v1/openapi.json}: what the calls are, as an OpenAPI 3.1 document. Public, like any documentation: it says
 * nothing that the source does not.
 */
@WebServlet("/-/openapi")
public class OpenApi extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] document = document();
    response.setContentType("application/json");
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }

  static byte[] document() throws IOException {
    try (InputStream document = OpenApi.class.getResourceAsStream("openapi.json")) {
      if (document == null) {
        throw new IllegalStateException("the document of the interface is missing");
      }
      return document.readAllBytes();
    }
  }
}
