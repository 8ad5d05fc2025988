package souspli.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads settings one by one and gathers every fault, so that an operator mends them all at once. */
final class SettingsReader {
  private final Function<String, Optional<String>> lookup;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Function<String, Optional<String>> lookup) {
    this.lookup = lookup;
  }

  void refuse(String name, String why) {
    faults.add(name + ": " + why);
  }

  void finish() {
    if (!faults.isEmpty()) {
      throw new FaultySettings(faults);
    }
  }

  Optional<String> optional(String name) {
    return lookup.apply(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  String text(String name) {
    return optional(name).orElseGet(() -> missing(name, ""));
  }

  Path path(String name) {
    return optional(name).map(value -> path(name, value)).orElseGet(() -> missing(name, Path.of("")));
  }

  Optional<Path> optionalPath(String name) {
    return optional(name).map(value -> path(name, value));
  }

  boolean yes(String name, boolean byDefault) {
    String value = optional(name).orElse(Boolean.toString(byDefault));
    if (!value.equals("true") && !value.equals("false")) {
      refuse(name, "must be true or false");
    }
    return value.equals("true");
  }

  int number(String name, int byDefault, int least, int most) {
    String value = optional(name).orElse(Integer.toString(byDefault));
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      refuse(name, "must be a whole number from " + least + " to " + most + ", not \"" + value + '"');
      return byDefault;
    }
    refuse(name, "must be from " + least + " to " + most);
    return byDefault;
  }

  Environment environment(String name) {
    String value = optional(name).orElse("production");
    for (Environment environment : Environment.values()) {
      if (environment.name().toLowerCase(Locale.ROOT).equals(value)) {
        return environment;
      }
    }
    refuse(name, "must be production, demo or test");
    return Environment.PRODUCTION;
  }

  /** An origin: scheme, host and perhaps a port, nothing after them. */
  URI origin(String name) {
    String value = text(name);
    try {
      URI uri = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null
          && uri.getRawFragment() == null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      refuse(name, "is no address: " + e.getMessage());
      return URI.create("http://localhost");
    }
    if (!value.isEmpty()) {
      refuse(name, "must be an address like https://results.example, without a path");
    }
    return URI.create("http://localhost");
  }

  InetAddress address(String name, String byDefault) {
    String value = optional(name).orElse(byDefault);
    return literal(name, value).orElse(InetAddress.getLoopbackAddress());
  }

  Set<InetAddress> addresses(String name) {
    Set<InetAddress> addresses = new HashSet<>();
    words(name).forEach(value -> literal(name, value).ifPresent(addresses::add));
    return Set.copyOf(addresses);
  }

  /** Several values, by comma. */
  Set<String> words(String name) {
    return Stream.of(optional(name).orElse("").split("[,\\s]+"))
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Literal addresses only: a name would be asked of a resolver, and answers can be forged. */
  private Optional<InetAddress> literal(String name, String value) {
    try {
      return Optional.of(InetAddress.ofLiteral(value));
    } catch (IllegalArgumentException e) {
      refuse(name, "must be an IP address, not \"" + value + '"');
      return Optional.empty();
    }
  }

  private Path path(String name, String value) {
    try {
      return Path.of(value).toAbsolutePath();
    } catch (InvalidPathException e) {
      refuse(name, "is no path: " + e.getMessage());
      return Path.of("");
    }
  }

  private <T> T missing(String name, T instead) {
    refuse(name, "is missing");
    return instead;
  }
}
