package souspli.opening;

import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import souspli.fixtures.ACounter;
import souspli.fixtures.ADatabase;
import souspli.limits.ClientAddress;
import souspli.limits.CountTry;
import souspli.limits.Tries;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.Token;

/**
 * The patient's side of {@link ACounter}: the use cases of this room on its database, keys and clock. The database has
 * the same clock, so that a gate holds what was counted, however long the machine took for it.
 */
public final class AnOpening {
  static final DateOfBirth WRONG = DateOfBirth.of("1952-03-28");

  final ACounter counter;
  private final DataSource database;
  final OpenResult openResult;
  final EraseResult eraseResult;
  String address = "192.0.2.7";

  public AnOpening(ACounter counter) {
    this.counter = counter;
    this.database = ADatabase.at(counter.clock);
    this.openResult =
        new OpenResult(
            database,
            counter.keys,
            new CountTry(counter.keys, () -> counter.now),
            counter.sealedLinks,
            new Decoy(counter.random),
            new EndedLinks(counter.withdrawn, counter.pharmacies),
            counter.events,
            new Tries(),
            () -> counter.now,
            counter.random,
            counter.settings);
    this.eraseResult = new EraseResult(openResult, counter.eraseLink);
  }

  public Opening open(Token token, DateOfBirth date) {
    return open(typed(token, date));
  }

  Opening open(Typed typed) {
    return counter.in(
        () -> {
          try {
            return openResult.open(from(), typed);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  Opening erase(Token token, DateOfBirth date) {
    return counter.in(
        () -> {
          try {
            return eraseResult.erase(from(), typed(token, date));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  int used(Token token) {
    return counter.sql(db -> new Tries().of(db, token.linkId()).used());
  }

  /** How many tries the gate of this address holds, from one cell that alone is not empty. */
  long atTheGate() {
    try (Connection db = database.getConnection();
        var rows =
            db.createStatement()
                .executeQuery(
                    """
                    SELECT COALESCE(SUM(CEIL(
                       (tat - TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6))) / 2e6)), 0)
                    FROM gate WHERE tat > TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6))
                    """)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Typed typed(Token token, DateOfBirth date) {
    String[] parts = date.iso().split("-");
    return new Typed(token.printed(), parts[2], parts[1], parts[0], Locale.FRENCH);
  }

  private ClientAddress from() {
    return new ClientAddress(InetAddress.ofLiteral(address));
  }
}
