package souspli.slip;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import souspli.sealedlink.SlipNumber;
import souspli.sealedlink.Token;
import souspli.web.Languages;
import souspli.web.Texts;

/**
 * All that stands on one slip, and so all that its finder learns: never a name, a date of birth, a test or a disease;
 * {@code PaperSlipTest} refuses a component that could hold one. Lives for one answer; whoever holds it never puts it
 * into a session, a view state or a log. Its {@code toString} tells no code, since {@link Token} does not.
 *
 * @param pharmacyName whom to call
 * @param telephone as it is dialled
 * @param readyAt in the pharmacy's own zone
 * @param lastDate the last day on which the result is promised to open
 * @param baseUrl address of the portal
 * @param specimen true in all that is not production
 * @param language of every word that the patient takes home; the stub speaks as the counter does
 */
public record PaperSlip(
    Token token,
    SlipNumber slipNumber,
    String pharmacyName,
    String telephone,
    ZonedDateTime readyAt,
    LocalDate lastDate,
    URI baseUrl,
    boolean specimen,
    Locale language) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** The QR code as inline SVG; see {@link QrCode}. */
  public String qrSvg() {
    return QrCode.of(baseUrl, token).svg(specimen);
  }

  /** The stub's bar code as inline SVG; see {@link Code128}. */
  public String stubSvg() {
    return Code128.of(slipNumber).svg();
  }

  /** The token text in seven groups of four, to be typed. */
  public List<String> groups() {
    return List.of(token.printed().split("-"));
  }

  /** The slip number as it is read out on the telephone: {@code 482 193 057-7}. */
  public String number() {
    return slipNumber.printed();
  }

  /** What is typed into a browser: the host in lower case, the port where there is one. */
  public String host() {
    String host = baseUrl.getHost().toLowerCase(Locale.ROOT);
    return baseUrl.getPort() < 0 ? host : host + ':' + baseUrl.getPort();
  }

  /** When the result is ready, in words. */
  public String ready() {
    return written("ready.pattern", readyAt);
  }

  /** When the result is ready, as a time of day for the counter. */
  public String readyTime() {
    return TIME.format(readyAt);
  }

  /** The last date, in words. */
  public String last() {
    return written("last.pattern", lastDate);
  }

  /** Value of {@code dir} for the words; numbers, the address and the code run from left to right in each language. */
  public String direction() {
    return Languages.isRightToLeft(language) ? "rtl" : "ltr";
  }

  /** A text of this room in the slip's language. */
  public String say(String key) {
    return Texts.of("slip", language).say(key);
  }

  /** A text of this room in the slip's language, its {@code {0}} filled. */
  public String say(String key, String value) {
    return Texts.of("slip", language).say(key, value);
  }

  private String written(String pattern, TemporalAccessor moment) {
    return DateTimeFormatter.ofPattern(say(pattern), language).format(moment);
  }
}
