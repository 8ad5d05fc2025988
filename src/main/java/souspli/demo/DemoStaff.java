package souspli.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.directory.Rpps;
import souspli.pharmacies.Pharmacy;
import souspli.signin.AcceptInvitation;
import souspli.signin.Enrolment;
import souspli.staff.Acting;
import souspli.staff.EmailAddress;
import souspli.staff.Invitation.Invited;
import souspli.staff.InvitationSecret;
import souspli.staff.Invitations;
import souspli.staff.Member;
import souspli.staff.PersonName;
import souspli.staff.Role;

/** People for a demo, each invited and accepting, with a random password and an authenticator of their own. */
@Dependent
public class DemoStaff {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int PASSWORD = 20;

  private final DataSource database;
  private final AcceptInvitation invitations;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public DemoStaff(DataSource database, AcceptInvitation invitations, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.invitations = invitations;
    this.clock = clock;
    this.random = random;
  }

  /** Somebody who can sign in, as {@code demo.json} tells testers. */
  record Person(Member member, String password, String totpSecret, Optional<String> pharmacy) {
    /** They have shown both factors to come in. */
    Acting acting() {
      return member.acting(Acting.Proof.FRESH);
    }

    JsonObject json() {
      return Json.createObjectBuilder()
          .add("role", member.role().name().toLowerCase(Locale.ROOT))
          .add("email", member.email())
          .add("password", password)
          .add("totpSecret", totpSecret)
          .add("pharmacy", pharmacy.orElse(""))
          .build();
    }

    @Override
    public String toString() {
      return "Person[hidden]";
    }
  }

  /** Somebody who works in a pharmacy, under a number that the demo's directory has there. */
  Person hire(String name, Role role, Pharmacy pharmacy, String rpps) {
    return hire(name, role, Optional.of(pharmacy), Optional.of(Rpps.of(rpps)));
  }

  Person hire(String name, Role role) {
    return hire(name, role, Optional.empty(), Optional.empty());
  }

  private Person hire(String name, Role role, Optional<Pharmacy> pharmacy, Optional<Rpps> rpps) {
    InvitationSecret secret = InvitationSecret.fresh(random);
    Invited invited =
        new Invited(address(name), new PersonName(name), role, pharmacy.map(Pharmacy::id), rpps);
    try (Connection connection = database.getConnection()) {
      Invitations.make(connection, secret, invited, clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException("nobody can be invited", e);
    }
    Enrolment enrolment = invitations.begin(secret).orElseThrow();
    String password = password();
    // the digits of half a minute ago: those of now stay unused for whoever signs in at once
    String digits = enrolment.secret().digitsAt(clock.instant().minus(Duration.ofSeconds(30)));
    AcceptInvitation.Answer answer = invitations.accept(secret, enrolment.sealed(), password, digits);
    if (answer instanceof AcceptInvitation.Answer.Accepted(Member member, var codes)) {
      return new Person(member, password, enrolment.secret().text(), pharmacy.map(Pharmacy::name));
    }
    throw new IllegalStateException(name + " cannot be hired: " + answer);
  }

  /** {@code yann.legoff@demo.example} */
  private static EmailAddress address(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    return new EmailAddress(plain.replaceFirst(" ", ".").replace(" ", "") + "@demo.example");
  }

  private String password() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < PASSWORD; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
