package souspli.settings;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hands out what every room takes from outside: the settings, the one clock, the one source of chance. */
@Dependent
public class Deployment {
  private static final Settings SETTINGS =
      Settings.read(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));

  /** For the few objects that the server makes before injection works. */
  public static Settings settings() {
    return SETTINGS;
  }

  @Produces
  @Singleton
  Settings theSettings() {
    return SETTINGS;
  }

  @Produces
  @Singleton
  InstantSource theClock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  SecureRandom chance() {
    return new SecureRandom();
  }
}
