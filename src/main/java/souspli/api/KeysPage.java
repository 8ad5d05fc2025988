package souspli.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import souspli.lock.FreshFactor;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.WhoIsActing;

/** {@code /staff/keys}: the programs that a pharmacy has let in, a form for one more, a button that revokes. */
@Named
@RequestScoped
public class KeysPage {
  private final WhoIsActing who;
  private final SeeApiKeys seeApiKeys;
  private final MakeApiKey makeApiKey;
  private final RevokeApiKey revokeApiKey;
  private final FreshFactor freshFactor;

  private List<Row> rows = List.of();
  private Optional<Row> asked = Optional.empty();
  private String name = "";
  private String key = "";
  private String fault = "";

  /** For the proxy. */
  protected KeysPage() {
    this(null, null, null, null, null);
  }

  @Inject
  KeysPage(
      WhoIsActing who,
      SeeApiKeys seeApiKeys,
      MakeApiKey makeApiKey,
      RevokeApiKey revokeApiKey,
      FreshFactor freshFactor) {
    this.who = who;
    this.seeApiKeys = seeApiKeys;
    this.makeApiKey = makeApiKey;
    this.revokeApiKey = revokeApiKey;
    this.freshFactor = freshFactor;
  }

  /** One line of the list; {@code state} is used, unused, revoked or ended; a day that was not is an empty text. */
  public record Row(
      String id, String name, String maker, String madeOn, String lastUsedOn, String state, boolean works) {
    private static Row of(ApiKeys.Line line) {
      String state =
          line.works()
              ? line.lastUsedOn().isPresent() ? "used" : "unused"
              : line.revokedOn().isPresent() ? "revoked" : "ended";
      String day = line.revokedOn().or(line::lastUsedOn).map(Object::toString).orElse("");
      return new Row(
          Long.toString(line.id()), line.name(), line.maker(), line.madeOn().toString(), day, state, line.works());
    }
  }

  /** Before the view is shown. The buttons name the key's row themselves: a line could be another's by then. */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    var sent = context.getExternalContext().getRequestParameterMap();
    Optional<Long> gone = context.isPostback() ? rowNamed(sent.get("revoke")) : Optional.empty();
    boolean revoking = gone.isPresent() && freshFactor.isThereFor(Act.REVOKE_API_KEY);
    Acting acting = who.require();
    if (revoking) {
      revokeApiKey.revoke(acting, gone.get());
    }
    String doomed = sent.getOrDefault("ask", sent.get("revoke"));
    rows = seeApiKeys.all(acting).stream().map(Row::of).toList();
    asked = rows.stream().filter(row -> row.works() && row.id().equals(doomed)).findFirst();
  }

  private static Optional<Long> rowNamed(String text) {
    return text != null && text.matches("[1-9][0-9]{0,18}")
        ? Optional.of(Long.parseUnsignedLong(text))
        : Optional.empty();
  }

  /** Makes a key, or says why not. */
  public void make() {
    if (!freshFactor.isThereFor(Act.MAKE_API_KEY)) {
      return;
    }
    switch (makeApiKey.make(who.require(), name)) {
      case MakeApiKey.Answer.Made(ApiKey made) -> {
        try (made) {
          key = made.text();
        }
        name = "";
      }
      case MakeApiKey.Answer.NoName() -> fault = "name";
      case MakeApiKey.Answer.TooMany() -> fault = "too-many";
    }
  }

  public List<Row> getRows() {
    return rows;
  }

  /** The line that is about to be revoked, or null. */
  public Row getAsked() {
    return asked.orElse(null);
  }

  /** The key that was just made; shown once. */
  public String getKey() {
    return key;
  }

  /** Key of the text that says what is wrong with the form; empty where nothing is. */
  public String getFault() {
    return fault;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name == null ? "" : name;
  }
}
