package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souspli.api.SampleClient;
import souspli.api.SampleClient.Answer;
import souspli.fixtures.DemoDescription.Slip;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/** The thief of the database, its files and every log, who searches them for what was used. */
class StolenDumpAttack {
  private static final List<String> OUTCOMES =
      List.of(
          "positive", "negative", "NOT_FOUND", "not found", "trouvé.", "non trouvé", "SARS-CoV-2", "97097-0",
          "80382-5");

  /** Nobody else of the tests is called so. */
  private static final Map<String, String> PERSON =
      Map.of(
          "birthName", "Quatrevents-Dampierre",
          "givenNames", "Hermengarde Ysaline",
          "usedName", "Boisrosier-Vauquelin",
          "birthDate", "1957-11-06",
          "nir", "257117505600176",
          "telephone", "+33612349876",
          "email", "hermengarde.quatrevents@courriel.example");

  private final Portal portal = Portal.shared();

  @Test
  void noCodeDateNameOrOutcomeStandsAnywhereInAnyEncoding() throws Exception {
    Needles needles = new Needles();
    useSomeSlips().forEach(slip -> secretsOf(slip).forEach(needles::add));
    useAPerson();
    PERSON.values().forEach(needles::add);
    OUTCOMES.forEach(needles::add);
    Map<String, byte[]> loot = loot();
    assertTrue(loot.values().stream().mapToInt(bytes -> bytes.length).sum() > 100_000, "the loot is too small");
    String hay = "x" + portal.demo().slips().getFirst().code();
    assertEquals(Set.of("raw"), needles.in(hay.getBytes(StandardCharsets.UTF_8)));

    List<String> found = new ArrayList<>();
    loot.forEach((file, bytes) -> needles.in(bytes).forEach(encoding -> found.add(encoding + " in " + file)));
    assertEquals(List.of(), found);
  }

  @Test
  void everySealedColumnHasOneLength() throws SQLException {
    try (Connection database = portal.database();
        Statement query = database.createStatement()) {
      for (String column :
          List.of("link.holder_wrap", "link.custody_wrap", "link.traits", "link.verifier", "result.sealed")) {
        String[] parts = column.split("\\.");
        try (ResultSet row =
            query.executeQuery(
                "SELECT COUNT(DISTINCT LENGTH(%2$s)) FROM %1$s WHERE %2$s IS NOT NULL".formatted(parts[0], parts[1]))) {
          row.next();
          assertEquals(1, row.getInt(1), column);
        }
      }
    }
  }

  private List<Slip> useSomeSlips() {
    for (int slip = 0; slip < 8; slip++) {
      Slip ready = portal.takeReadySlip();
      Phone.anywhere(portal).open(ready.code(), ready.dateOfBirth());
      Phone.anywhere(portal).open(ready.code(), "1933-12-24");
    }
    return portal.demo().slips();
  }

  /** Somebody with every trait there is, from the pharmacy's own software to the opened result; then looked for. */
  private void useAPerson() throws Exception {
    JsonObjectBuilder patient = Json.createObjectBuilder().add("sex", "F");
    PERSON.forEach(patient::add);
    SampleClient software = new SampleClient(portal.baseUrl(), portal.demo().apiKeys().getFirst().key());
    JsonObject slip =
        Json.createObjectBuilder()
            .add("patient", patient)
            .add("test", "covid")
            .add("kit", Json.createObjectBuilder().add("name", "Demo Test").add("lot", "D26"))
            .build();
    Answer issued = software.issue("stolen-dump", slip);
    assertEquals(201, issued.status(), issued.json().toString());
    JsonObject outcome =
        Json.createObjectBuilder()
            .add("outcomes", Json.createObjectBuilder().add("97097-0", "positive"))
            .add("early", "read-by-device")
            .build();
    Answer entered = software.putResult(issued.json().getString("slipNumber"), outcome);
    assertEquals(200, entered.status(), entered.json().toString());
    String page = Phone.anywhere(portal).open(issued.json().getString("code"), PERSON.get("birthDate")).body();
    assertTrue(Pages.showsAResult(page), page);
    Desk counter = new Desk(portal, Newcomer.in(portal, Role.PHARMACIST).cookie());
    String found = SearchAttack.searched(counter, PERSON.get("birthName"));
    assertTrue(found.contains(issued.json().getString("slipNumber")), found);
  }

  private static List<String> secretsOf(Slip slip) {
    String[] date = slip.dateOfBirth().split("-");
    String token = slip.code().replace("-", "").replace(" ", "");
    return List.of(
        slip.code(),
        token,
        slip.dateOfBirth(),
        String.join("", date),
        date[2] + date[1] + date[0],
        date[2] + "/" + date[1] + "/" + date[0]);
  }

  /** Every table as text and hex, every file of the database server, everything that was logged or printed. */
  private Map<String, byte[]> loot() throws SQLException, IOException {
    Map<String, byte[]> loot = new LinkedHashMap<>();
    try (Connection database = portal.database();
        Statement query = database.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows = query.executeQuery("SHOW TABLES")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      tables.remove("gate"); // a quarter of a million times; no text in it
      for (String table : tables) {
        loot.put("table " + table, dump(query, table));
      }
    }
    Files.walkFileTree(
        portal.directory(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && isLoot(portal.directory().relativize(file))) {
              read(file).ifPresent(bytes -> loot.put(file.toString(), bytes));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            return unlessGone(why);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException why) throws IOException {
            return why == null ? FileVisitResult.CONTINUE : unlessGone(why);
          }
        });
    return loot;
  }

  /** The servers are at work meanwhile, and what they have removed nobody steals. */
  private static FileVisitResult unlessGone(IOException why) throws IOException {
    if (why instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw why;
  }

  private static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /** The description of the demo is for testers, and printed on purpose; keys are another thief's. */
  private static boolean isLoot(Path file) {
    String path = file.toString();
    boolean data =
        path.endsWith(".ibd") || path.contains("ib_logfile") || path.endsWith("ibdata1") || path.contains("undo");
    // what the server said before there was any slip: its own tables, in words like ours
    return data || path.contains("log") && !path.endsWith("bootstrap.log");
  }

  private static byte[] dump(Statement query, String table) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (ResultSet rows = query.executeQuery("SELECT * FROM `" + table + '`')) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          Object value = rows.getObject(column);
          byte[] bytes = value instanceof byte[] raw ? raw : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
          text.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\t');
        }
        text.append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
