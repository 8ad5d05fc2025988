package souspli.commands;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import souspli.approvals.Proposal.Person;
import souspli.approvals.Proposal.Why;
import souspli.approvals.Proposals;
import souspli.commands.Arguments.WrongUsage;
import souspli.directory.Rpps;
import souspli.pharmacies.Finess;
import souspli.sealedlink.PharmacyId;
import souspli.settings.Settings;
import souspli.staff.EmailAddress;
import souspli.staff.Invitation.Invited;
import souspli.staff.InvitationSecret;
import souspli.staff.Invitations;
import souspli.staff.PersonName;
import souspli.staff.Role;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * Writes the link of an invitation: the only way in for the first administrator. It is no way around the second one:
 * once two can sign in, a third waits for their approval here too.
 */
final class Invite implements Command {
  @Override
  public String summary() {
    return "  invites somebody to the staff and prints the link, which is shown this once";
  }

  @Override
  public String help() {
    return """
        --email ADDRESS    under which they will sign in
        --name NAME        as patients and colleagues are to read it
        --role ROLE        administrator, support, manager or pharmacist
        --pharmacy FINESS  nine characters; exactly for a manager or pharmacist
        --rpps NUMBER      eleven digits, of a manager or pharmacist: held against the directory

        The link is good once, for 72 hours, for this address, role and pharmacy alone. Where two administrators can
        sign in, a further one has to wait for one of them to agree, and so has somebody whom the directory does not
        have in that pharmacy: then there is no link yet.""";
  }

  @Override
  public Set<String> options() {
    return Set.of("--email", "--name", "--role", "--pharmacy", "--rpps");
  }

  @Override
  public void run(Arguments arguments) {
    arguments.noWords();
    EmailAddress email =
        arguments.option("--email").flatMap(EmailAddress::parse).orElseThrow(() -> wrong("--email ADDRESS"));
    PersonName name = arguments.option("--name").flatMap(PersonName::parse).orElseThrow(() -> wrong("--name NAME"));
    Role role = role(arguments).orElseThrow(() -> wrong("--role ROLE"));
    Optional<Finess> finess =
        arguments.option("--pharmacy").map(typed -> Finess.parse(typed).orElseThrow(() -> wrong("--pharmacy FINESS")));
    if (role.inPharmacy() != finess.isPresent()) {
      throw new WrongUsage("--pharmacy is for a manager or pharmacist, and needed for them");
    }
    Optional<Rpps> rpps =
        arguments.option("--rpps").map(typed -> Rpps.parse(typed).orElseThrow(() -> wrong("--rpps NUMBER")));
    if (rpps.isPresent() && finess.isEmpty()) {
      throw new WrongUsage("--rpps is for a manager or pharmacist");
    }
    invite(Settings.read(Settings::fromEnvironment), finess, new Typed(email, name, role, rpps));
  }

  private record Typed(EmailAddress email, PersonName name, Role role, Optional<Rpps> rpps) {}

  private static void invite(Settings settings, Optional<Finess> finess, Typed typed) {
    SecureRandom random = new SecureRandom();
    InvitationSecret secret = InvitationSecret.fresh(random);
    Instant now = InstantSource.system().instant();
    boolean waits;
    try (Connection connection = Serve.database(settings).getConnection()) {
      if (worksHere(connection, typed.email())) {
        throw new CouldNot("somebody with this address works here; an administrator invites them anew");
      }
      Optional<PharmacyId> pharmacy = finess.map(number -> pharmacy(connection, number));
      Invited invited = new Invited(typed.email(), typed.name(), typed.role(), pharmacy, typed.rpps());
      boolean apart = typed.rpps().isPresent() && isApart(settings, typed.rpps().get(), finess.orElseThrow());
      int administrators = administrators(connection);
      waits = administrators > 0 && apart || administrators > 1 && typed.role() == Role.ADMINISTRATOR;
      connection.setAutoCommit(false);
      if (waits) {
        Why why = apart ? Why.NOT_IN_DIRECTORY : Why.ADMINISTRATOR;
        Person person = new Person(invited, Optional.empty());
        Proposals.ask(connection, random, why, person, Optional.empty(), now);
      } else {
        Invitations.make(connection, secret, invited, now);
      }
      TrailKind kind = waits ? TrailKind.INVITATION_ASKED_FOR : TrailKind.INVITED;
      Trail.commanded(connection, random, now, kind, About.somebodyIn(pharmacy));
      connection.commit();
    } catch (SQLException e) {
      throw new CouldNot("souspli.database.url: " + e.getMessage(), e);
    }
    System.out.println(
        waits
            ? "no link yet: an administrator has to agree, at " + settings.baseUrl() + "/staff/approvals"
            : settings.baseUrl() + "/staff/invitation#" + secret.text());
  }

  /** Who owns the machine is told what the directory says, or that there is none. */
  private static boolean isApart(Settings settings, Rpps rpps, Finess finess) {
    return switch (new souspli.directory.Directory(Serve.database(settings)).standTogether(rpps, finess)) {
      case TOGETHER -> false;
      case APART -> {
        System.err.println("careful: the directory does not say that this person works in this pharmacy");
        yield true;
      }
      case NEVER_LOADED -> {
        System.err.println("careful: no directory was loaded to look this person up in");
        yield false;
      }
    };
  }

  /** Who could agree. With none there must be a way in, and with one a way to a second: both lead through here. */
  private static int administrators(Connection connection) throws SQLException {
    try (PreparedStatement count =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM member WHERE role = ? AND disabled_on IS NULL AND NOT factor_disabled")) {
      count.setInt(1, Role.ADMINISTRATOR.code());
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static Optional<Role> role(Arguments arguments) {
    return arguments.option("--role").map(typed -> typed.toUpperCase(Locale.ROOT)).flatMap(Role::parse);
  }

  private static WrongUsage wrong(String option) {
    return new WrongUsage(option + " is missing or malformed");
  }

  private static boolean worksHere(Connection connection, EmailAddress email) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM member WHERE email = ? AND disabled_on IS NULL")) {
      select.setString(1, email.text());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static PharmacyId pharmacy(Connection connection, Finess finess) {
    try (PreparedStatement select = connection.prepareStatement("SELECT pharmacy FROM pharmacy WHERE finess = ?")) {
      select.setString(1, finess.text());
      try (ResultSet rows = select.executeQuery()) {
        if (rows.next()) {
          return new PharmacyId(rows.getLong(1));
        }
      }
      throw new CouldNot("no pharmacy has the FINESS number " + finess.text());
    } catch (SQLException e) {
      throw new CouldNot("souspli.database.url: " + e.getMessage(), e);
    }
  }
}
