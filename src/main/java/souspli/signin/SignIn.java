package souspli.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.limits.ClientAddress;
import souspli.staff.EmailAddress;
import souspli.staff.Member;
import souspli.staff.Members;

/**
 * Somebody signs in with address, password and six digits, all at once. Whether the address is unknown, the password
 * wrong, the member disabled, or the digits wrong, used or missing: the answer is one, and so is the work behind it.
 */
@Dependent
public class SignIn {

  private final DataSource database;
  private final Members members;
  private final Passwords passwords;
  private final CheckFactors factors;
  private final Waits waits;

  @Inject
  public SignIn(DataSource database, Members members, Passwords passwords, CheckFactors factors, Waits waits) {
    this.database = database;
    this.members = members;
    this.passwords = passwords;
    this.factors = factors;
    this.waits = waits;
  }

  /** As it came: nothing of it is checked yet. Prints nothing. */
  public record Typed(String email, String password, String digits) {

    private static final int LONGEST = 512;

    public Typed {
      email = fits(email) ? email.strip().toLowerCase(Locale.ROOT) : "";
      password = fits(password) ? password : "";
      digits = fits(digits) ? digits.replaceAll("\\s", "") : "";
    }

    private static boolean fits(String text) {
      return text != null && text.length() <= LONGEST;
    }

    @Override
    public String toString() {
      return "Typed";
    }
  }

  /** What came of it. */
  public sealed interface Answer {
    record In(Member member) implements Answer {}

    record Refused() implements Answer {}

    /** After several wrong tries with this address from there, whether somebody has it or not. */
    record TooSoon(Duration left) implements Answer {}

    record Busy() implements Answer {}

    /** What a page says where it lets nobody in. */
    default Optional<No> no() {
      return switch (this) {
        case In _ -> Optional.empty();
        case Refused() -> Optional.of(new No(HttpServletResponse.SC_FORBIDDEN, "refused", 0));
        case TooSoon(Duration left) ->
            Optional.of(new No(429, "too-soon", Math.max(1, left.plusMillis(999).toSeconds())));
        case Busy() -> Optional.of(new No(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "busy", 0));
      };
    }
  }

  /**
   * No, for now or as it is.
   *
   * @param sentence key of the one to show
   * @param seconds until the next try, 0 where that does not matter
   */
  public record No(int status, String sentence, long seconds) {
    /** Nobody is let in yet, nor refused. */
    public static final No NONE = new No(HttpServletResponse.SC_OK, "", 0);

    /** Says so to programs. */
    public void to(HttpServletResponse response) {
      response.setStatus(status);
      if (seconds > 0) {
        response.setHeader("Retry-After", Long.toString(seconds));
      }
    }
  }

  public Answer signIn(Typed typed, ClientAddress from) {
    // 1. count, before anything is known
    Waits.Cell cell = waits.cell(typed.email(), from);
    Optional<Duration> wait = count(cell);
    if (wait.isPresent()) {
      return new Answer.TooSoon(wait.get());
    }
    // 2. whose address it is, if anybody's
    Optional<Member> claimed = EmailAddress.parse(typed.email()).flatMap(members::find);
    // 3. the password, against nobody's hash where there is no member
    Optional<Boolean> passwordRight = passwords.matches(from, claimed.flatMap(Member::password), typed.password());
    if (passwordRight.isEmpty()) {
      return new Answer.Busy();
    }
    // 4. the digits, always, and one commit
    return factors
        .check(claimed.map(Member::id), passwordRight.get(), typed.digits(), cell)
        .<Answer>map(Answer.In::new)
        .orElseGet(Answer.Refused::new);
  }

  /** The password alone, of somebody whose session is locked; delayed as at the door. */
  public Answer again(Member member, String typed, ClientAddress from) {
    Waits.Cell cell = waits.cell(member.email(), from);
    Optional<Duration> wait = count(cell);
    if (wait.isPresent()) {
      return new Answer.TooSoon(wait.get());
    }
    Optional<Boolean> right = passwords.matches(from, member.password(), new Typed("", typed, "").password());
    if (right.isEmpty()) {
      return new Answer.Busy();
    }
    settle(cell, right.get());
    return right.get() ? new Answer.In(member) : new Answer.Refused();
  }

  private void settle(Waits.Cell cell, boolean right) {
    try (Connection db = database.getConnection()) {
      waits.settle(db, cell, right);
    } catch (SQLException e) {
      throw new IllegalStateException("a try to unlock could not be settled", e);
    }
  }

  private Optional<Duration> count(Waits.Cell cell) {
    try (Connection db = database.getConnection()) {
      return waits.count(db, cell);
    } catch (SQLException e) {
      throw new IllegalStateException("a try to sign in could not be counted", e);
    }
  }
}
