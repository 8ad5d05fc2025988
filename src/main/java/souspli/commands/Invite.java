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

/** Writes the link of an invitation: the only way in for the first administrator. */
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

        The link is good once, for 72 hours, for this address, role and pharmacy alone.""";
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
    Settings settings = Settings.read(Settings::fromEnvironment);
    SecureRandom random = new SecureRandom();
    InvitationSecret secret = InvitationSecret.fresh(random);
    try (Connection connection = Serve.database(settings).getConnection()) {
      if (worksHere(connection, email)) {
        throw new CouldNot("somebody with this address works here; an administrator has to disable them first");
      }
      Optional<PharmacyId> pharmacy = finess.map(number -> pharmacy(connection, number));
      Instant now = InstantSource.system().instant();
      connection.setAutoCommit(false);
      Invitations.make(connection, secret, new Invited(email, name, role, pharmacy, rpps), now);
      Trail.commanded(connection, random, now, TrailKind.INVITED, About.somebodyIn(pharmacy));
      connection.commit();
    } catch (SQLException e) {
      throw new CouldNot("souspli.database.url: " + e.getMessage(), e);
    }
    var directory = new souspli.directory.Directory(Serve.database(settings));
    rpps.ifPresent(number -> lookUp(directory, number, finess.orElseThrow()));
    System.out.println(settings.baseUrl() + "/staff/invitation#" + secret.text());
  }

  /** Who owns the machine may know better than the register, and is told what it says. */
  private static void lookUp(souspli.directory.Directory directory, Rpps rpps, Finess finess) {
    switch (directory.standTogether(rpps, finess)) {
      case TOGETHER -> {}
      case APART ->
          System.err.println("careful: the directory does not say that this person works in this pharmacy");
      case NEVER_LOADED -> System.err.println("careful: no directory was loaded to look this person up in");
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
