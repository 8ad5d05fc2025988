package souspli.api;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The body of a call: texts in objects, nothing else, each named by its path ({@code patient.birthDate}). At most two
 * objects deep; a name twice in one object, a list or a number is refused while reading, before anything is built of
 * it. {@code null} is the same as leaving out. Whoever has taken all they know calls {@link #check}, which refuses the
 * rest.
 */
final class Fields {
  private static final int DEEPEST = 2;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private Fields() {}

  /** Not JSON in UTF-8, or not an object: no field of it can be named. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }

  /** Reads a body; an empty one has no fields. */
  static Fields of(byte[] body) {
    Fields fields = new Fields();
    if (body.length > 0) {
      try (JsonParser parser = Reply.JSON.createParser(new StringReader(text(body)))) {
        fields.read(parser);
      } catch (JsonException notJson) {
        throw new Unreadable("the body is not one JSON object");
      }
    }
    return fields;
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notText) {
      throw new Unreadable("the body is not UTF-8");
    }
  }

  private void read(JsonParser parser) {
    Deque<String> around = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    String prefix = "";
    String name = "";
    if (parser.next() != JsonParser.Event.START_OBJECT) {
      throw new Unreadable("the body is not one JSON object");
    }
    while (parser.hasNext()) {
      switch (parser.next()) {
        case KEY_NAME -> {
          name = prefix + known(parser.getString(), prefix);
          if (!seen.add(name)) {
            throw new Fault.Found(new Fault(name, "twice", "this field is there twice"));
          }
        }
        case START_OBJECT -> {
          around.push(prefix);
          if (around.size() >= DEEPEST) {
            throw new Fault.Found(new Fault(name, "too-deep", "there is no object so deep here"));
          }
          prefix = name + ".";
        }
        case END_OBJECT -> prefix = around.isEmpty() ? "" : around.pop();
        case VALUE_STRING -> texts.put(name, parser.getString());
        case VALUE_NULL -> texts.remove(name);
        default -> throw new Fault.Found(Fault.malformed(name, "a text is expected here"));
      }
    }
  }

  /** A name that could be one of ours; any other is refused without repeating it. */
  private static String known(String name, String prefix) {
    if (!NAME.matcher(name).matches()) {
      throw new Fault.Found(Fault.unknown(prefix + "?"));
    }
    return name;
  }

  /** The text of a field, empty where it was left out. */
  String take(String name) {
    return Optional.ofNullable(texts.remove(name)).orElse("");
  }

  /** The texts of an object's fields, by their names in it. */
  Map<String, String> takeAll(String object) {
    Map<String, String> found = new TreeMap<>();
    for (String name : List.copyOf(texts.keySet())) {
      if (name.startsWith(object + ".")) {
        found.put(name.substring(object.length() + 1), texts.remove(name));
      }
    }
    return found;
  }

  /** One of the constants of an enum, each written in lower case with hyphens; empty where it was left out. */
  <E extends Enum<E>> Optional<E> takeOne(String name, E[] all) {
    String text = take(name);
    List<String> words = new ArrayList<>();
    for (E one : all) {
      if (Words.of(one).equals(text)) {
        return Optional.of(one);
      }
      words.add(Words.of(one));
    }
    if (!text.isEmpty()) {
      wrong(Fault.malformed(name, "one of " + String.join(", ", words)));
    }
    return Optional.empty();
  }

  void wrong(Fault fault) {
    faults.add(fault);
  }

  /** Goes on only when every field was right and known. */
  void check() {
    texts.keySet().forEach(name -> faults.add(Fault.unknown(name)));
    if (!faults.isEmpty()) {
      throw new Fault.Found(faults);
    }
  }
}
