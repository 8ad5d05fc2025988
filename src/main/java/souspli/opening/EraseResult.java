package souspli.opening;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import souspli.limits.ClientAddress;
import souspli.links.EraseLink;

/** The holder's right to erasure: whoever can see a result can make an end of it. */
@Dependent
public class EraseResult {
  private final OpenResult openResult;
  private final EraseLink eraseLink;

  @Inject
  public EraseResult(OpenResult openResult, EraseLink eraseLink) {
    this.openResult = openResult;
    this.eraseLink = eraseLink;
  }

  /** Opens as always, and so counts, compares and writes down as always; then erases what would have been shown. */
  public Opening erase(ClientAddress from, Typed typed) throws SQLException {
    Opening opening = openResult.open(from, typed);
    if (opening instanceof Opening.Shown shown && eraseLink.erase(shown.proven().token().linkId())) {
      return new Opening.Erased(shown.proven());
    }
    return opening instanceof Opening.Shown ? openResult.open(from, typed) : opening;
  }
}
