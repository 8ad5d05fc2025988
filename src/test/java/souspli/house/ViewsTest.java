package souspli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No view holds a word of any language, and none shows what was typed as anything but text. */
class ViewsTest {
  private static final Set<String> READ_ALOUD = Set.of("title", "alt", "placeholder", "label", "aria-label");
  private static final Set<String> NO_WORDS = Set.of("style", "script");
  /** An expression; our name and those of keys are the same in every language. */
  private static final Pattern NO_WORD = Pattern.compile("[#$]\\{[^}]*\\}|\\bSouspli\\b|\\bF[1-9]\\b");

  /** Drawn or put together here, out of nothing that anybody typed. */
  private static final Pattern OURS =
      Pattern.compile(
          "#\\{(look\\.\\w+|paper\\.\\w+Svg\\(\\)|"
              + "scannerPage\\.\\w+Svg|invitationPage\\.totpPicture|\\w+Page\\.key\\('\\w+', '[\\w.]+'\\))\\}");

  static Stream<Path> views() {
    return House.files("main/webapp", ".xhtml").stream();
  }

  @ParameterizedTest
  @MethodSource("views")
  void nothingThatWasTypedIsShownUnescaped(Path view) throws XMLStreamException {
    List<String> unescaped = new ArrayList<>();
    XMLStreamReader xml = read(view);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && "false".equals(xml.getAttributeValue(null, "escape"))) {
        unescaped.add(String.valueOf(xml.getAttributeValue(null, "value")));
      }
    }
    unescaped.removeIf(OURS.asMatchPredicate());
    assertEquals(List.of(), unescaped);
  }

  @ParameterizedTest
  @MethodSource("views")
  void noWordStandsInAView(Path view) throws XMLStreamException {
    List<String> words = new ArrayList<>();
    XMLStreamReader xml = read(view);
    String element = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        element = xml.getLocalName();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
          if (READ_ALOUD.contains(xml.getAttributeLocalName(i))) {
            note(xml.getAttributeValue(i), words);
          }
        }
      } else if (event == XMLStreamConstants.CHARACTERS && !NO_WORDS.contains(element)) {
        note(xml.getText(), words);
      }
    }
    assertEquals(List.of(), words);
  }

  private static XMLStreamReader read(Path view) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true); // else a long view is cut somewhere, within an expression
    return factory.createXMLStreamReader(new StringReader(House.text(view)));
  }

  private static void note(String text, List<String> words) {
    String bare = NO_WORD.matcher(text).replaceAll("");
    if (bare.chars().anyMatch(Character::isLetter)) {
      words.add(bare.strip());
    }
  }
}
