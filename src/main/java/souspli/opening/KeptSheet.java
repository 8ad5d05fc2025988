package souspli.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import souspli.sheet.Words;
import souspli.web.Languages;
import souspli.web.Texts;

/**
 * A shown result as the words of a sheet to be kept: in French for whoever asks for it in France, and in English for
 * elsewhere, whatever language the patient reads. Neither advice nor events are on it: they are nobody else's business.
 */
final class KeptSheet {
  private KeptSheet() {}

  static List<Words> of(Opening.Shown shown, boolean specimen) {
    return Languages.OF_STAFF.all().stream().map(language -> in(language, shown, specimen)).toList();
  }

  private static Words in(Locale language, Opening.Shown shown, boolean specimen) {
    Texts texts = Texts.of("opening", language);
    Texts own = Texts.of("sheet", language);
    ResultSheet sheet = new ResultSheet(shown, texts, language);
    List<Words.Line> facts = new ArrayList<>(lines(sheet.getDetails()));
    facts.add(new Words.Line(texts.say("detail.telephone"), sheet.getTelephone()));
    return new Words(
        language,
        specimen ? Optional.of(texts.say("demo")) : Optional.empty(),
        sheet.getTitle(),
        sheet.isCorrected() ? Optional.of(sheet.getCorrection() + ' ' + sheet.getReplaces()) : Optional.empty(),
        sheet.isInvalid() ? List.of(new Words.Line(texts.say("invalid"), "")) : lines(sheet.getFindings()),
        sheet.getMeaning(),
        texts.say("details"),
        facts,
        List.of(
            texts.say("disclaimer"),
            own.say("read", sheet.getRead()),
            own.say("changes"),
            own.say("nameless"),
            own.say("proof")));
  }

  private static List<Words.Line> lines(List<ResultSheet.Line> lines) {
    return lines.stream().map(line -> new Words.Line(line.name(), line.value())).toList();
  }
}
