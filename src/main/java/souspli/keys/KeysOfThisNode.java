package souspli.keys;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import souspli.settings.Settings;

/** Opens the key directory of the running portal, once. */
@Dependent
public class KeysOfThisNode {
  @Produces
  @Singleton
  KeyDirectory directory(Settings settings, SecureRandom random) {
    return settings.makesKeys()
        ? KeyDirectory.openOrMake(settings.keys(), random)
        : KeyDirectory.open(settings.keys(), random);
  }

  @Produces
  @Singleton
  WithdrawnFile withdrawn(KeyDirectory keys) {
    return new WithdrawnFile(keys);
  }
}
