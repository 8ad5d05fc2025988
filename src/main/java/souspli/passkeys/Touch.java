package souspli.passkeys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import souspli.staff.Member;

/** What a page needs to ask one member, whom it knows, for a touch of one of their passkeys. */
@Named
@RequestScoped
public class Touch {

  private final DataSource database;
  private final Challenges challenges;
  private final Ceremonies ceremonies;

  /** For the proxy. */
  protected Touch() {
    this(null, null, null);
  }

  @Inject
  Touch(DataSource database, Challenges challenges, Ceremonies ceremonies) {
    this.database = database;
    this.challenges = challenges;
    this.ceremonies = ceremonies;
  }

  /** The ids of this member's passkeys, as the script reads them; empty where there is none to ask for. */
  public String allowed(Member member) {
    try (Connection db = database.getConnection()) {
      Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
      return Passkeys.of(db, member).stream()
          .map(own -> base64.encodeToString(own.credentialId()))
          .collect(Collectors.joining(" "));
    } catch (SQLException e) {
      throw new IllegalStateException("passkeys could not be read", e);
    }
  }

  /** A new one each time it is shown. */
  public String challenge(Member member) {
    return challenges.forProving(member.id()).text();
  }

  public String getRelyingParty() {
    return ceremonies.relyingParty();
  }
}
