package souspli.commands;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import souspli.commands.Arguments.WrongUsage;
import souspli.keys.KeyChecks;
import souspli.keys.KeyDirectory;
import souspli.keys.KeyName;
import souspli.keys.KeysAreThere;
import souspli.keys.MakeKeys;
import souspli.keys.UnsafeKeys;
import souspli.settings.Settings;

/** Makes the keys of the coming week, or looks whether every key is there and is the one it claims to be. */
final class Keys implements Command {
  @Override
  public String summary() {
    return "  create | check: makes the coming week's keys, or checks all of them";
  }

  @Override
  public String help() {
    return """
        create  makes what is missing in souspli.keys for today and seven days ahead, on the one node that makes keys
                (souspli.makes-keys); never one that was recorded before: such a key was lost or destroyed
        check   names every key that is missing or is not the one recorded; exit 1 if one forbids a start""";
  }

  @Override
  public void run(Arguments arguments) {
    Settings settings = Settings.read(Settings::fromEnvironment);
    KeyChecks checks = new KeyChecks(Serve.database(settings));
    LocalDate today = Serve.today();
    try {
      switch (String.join(" ", arguments.words())) {
        case "create" -> create(settings, checks, today);
        case "check" -> check(settings, checks, today);
        default -> throw new WrongUsage("create or check?");
      }
    } catch (UnsafeKeys unsafe) {
      throw new CouldNot(unsafe.faults());
    }
  }

  private static void create(Settings settings, KeyChecks checks, LocalDate today) {
    if (!settings.makesKeys()) {
      throw new CouldNot("souspli.makes-keys: is false: keys are made by one node and copied to this one");
    }
    KeyDirectory directory = KeyDirectory.openOrMake(settings.keys(), new SecureRandom());
    List<KeyName> made = new MakeKeys(directory, checks).ahead(today);
    made.forEach(name -> System.out.println("made " + directory.file(name)));
    if (made.isEmpty()) {
      System.out.println("nothing to do: the keys of the coming week are there");
    }
  }

  private static void check(Settings settings, KeyChecks checks, LocalDate today) {
    KeysAreThere keys = new KeysAreThere(KeyDirectory.open(settings.keys(), new SecureRandom()), checks);
    keys.warnings(today).forEach(line -> System.out.println("careful: " + line));
    List<String> faults = keys.faults(today);
    if (!faults.isEmpty()) {
      throw new CouldNot(faults);
    }
    System.out.println("every key that a result needs is there");
  }
}
