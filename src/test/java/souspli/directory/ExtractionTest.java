package souspli.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souspli.pharmacies.Finess;

class ExtractionTest {
  private static final String RPPS = "99000000001";
  private static final String PLACE = "990000002";

  @Test
  void takesPharmacistsAtTheirPlacesOfWorkAndNobodyElse() throws IOException {
    Extraction extraction =
        read(
            Extractions.of(
                Extractions.pharmacist(RPPS, PLACE),
                Extractions.line("8", "99000000002", "Petit", "10", PLACE),
                Extractions.pharmacist("99000000003", ""),
                Extractions.line("0", "123456789", "Ancien", "21", PLACE),
                Extractions.pharmacist(RPPS, "990000010")));
    assertEquals(
        List.of(
            new Professional(Rpps.of(RPPS), Finess.of(PLACE), "Camille Martin"),
            new Professional(Rpps.of(RPPS), Finess.of("990000010"), "Camille Martin")),
        rows(extraction));
    assertEquals(List.of(5L, 2L, 0L), List.of(extraction.read(), extraction.leftOut(), extraction.broken()));
  }

  @Test
  void findsColumnsByNameWhateverTheirOrder() throws IOException {
    String text =
        "Numéro FINESS site|Prénom d’exercice|Nom d’exercice|x|Code profession|Identifiant PP|Type d’identifiant PP\r\n"
            + PLACE + "|Zoé|Le Goff||21|" + RPPS + "|8\r\n"
            + PLACE + "|Zoé|Le Goff||21|" + RPPS + "|8|"; // also with a pipe at the end, and without a line end
    List<Professional> rows = rows(read(bytes("\uFEFF" + text)));
    assertEquals(2, rows.size());
    assertEquals(new Professional(Rpps.of(RPPS), Finess.of(PLACE), "Zoé Le Goff"), rows.getFirst());
  }

  @Test
  void namesEachColumnThatIsMissingOrThereTwice() {
    String header = "Type d'identifiant PP|Identifiant PP|Nom d'exercice|Nom d'exercice|Prénom d'exercice|Profession";
    String said = assertThrows(UnfitExtraction.class, () -> read(bytes(header + "\n"))).getMessage();
    assertEquals(
        "the header has two columns \"Nom d'exercice\", no column \"Code profession\","
            + " no column \"Numéro FINESS site\"",
        said);
  }

  @Test
  void refusesAnotherFileAnotherEncodingAndNone() {
    assertThrows(UnfitExtraction.class, () -> read(bytes("")));
    assertThrows(UnfitExtraction.class, () -> read(bytes("%PDF-1.7\n")));
    assertThrows(UnfitExtraction.class, () -> read(bytes(Extractions.HEADER.replace('|', ';'))));
    byte[] latin = Extractions.HEADER.getBytes(Charset.forName("windows-1252"));
    String said =
        assertThrows(UnfitExtraction.class, () -> read(new ByteArrayInputStream(latin))).getMessage();
    assertEquals("the header is not UTF-8", said);
  }

  @Test
  void readsQuotedCellsAndLeavesQuotesThatPartNothing() throws IOException {
    String before = Extractions.pharmacist(RPPS, PLACE);
    List<String> lines =
        List.of(
            before.replace("|Martin|", "|\"Martin | Petit\"|"),
            before.replace("|Martin|", "|\"Martin \"\"dit\"\" Petit\"|"),
            before.replace("|Martin|", "|\"Martin\" Petit|"),
            before.replace("|Martin|", "|Mar\"tin|"),
            before.replace("|Martin|", "|\"|"),
            before.replace("|Martin|", "|\"\"|"));
    Extraction extraction = read(Extractions.of(lines.toArray(String[]::new)));
    assertEquals(
        List.of(
            "Camille Martin | Petit",
            "Camille Martin \"dit\" Petit",
            "Camille \"Martin\" Petit",
            "Camille Mar\"tin",
            "Camille \"",
            "Camille"),
        rows(extraction).stream().map(Professional::name).toList());
    assertEquals(0, extraction.broken());
  }

  @Test
  void countsBrokenLinesAndNamesTheFirstTenWithoutQuotingThem() throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                Extractions.pharmacist(RPPS, PLACE) + "more|",
                "",
                Extractions.pharmacist("Martin", PLACE),
                Extractions.pharmacist(RPPS, "990000003"),
                "é".repeat(Lines.LONGEST),
                Extractions.pharmacist(RPPS, PLACE)));
    for (int i = 0; i < 20; i++) {
      lines.add("8|" + RPPS);
    }
    Extraction extraction = read(Extractions.of(lines.toArray(String[]::new)));
    assertEquals(1, rows(extraction).size());
    assertEquals(25, extraction.broken());
    assertEquals(
        List.of(
            "line 2: 57 columns instead of 56",
            "line 3: 1 columns instead of 56",
            "line 4: its RPPS number is none",
            "line 5: its FINESS number is none",
            "line 6: it is not UTF-8, or longer than 16384 bytes",
            "line 8: 2 columns instead of 56"),
        extraction.named().subList(0, 6));
    assertEquals(10, extraction.named().size());
    assertTrue(extraction.named().stream().noneMatch(line -> line.contains(RPPS) || line.contains("Martin")));
  }

  @Test
  void losesNoByteAtTheBordersOfItsBuffer() throws IOException {
    long[] last = new long[1];
    Extraction extraction = new Extraction(Extractions.generated(40_000), bytes -> last[0] = bytes);
    assertEquals(2_000, rows(extraction).size());
    assertEquals(List.of(40_000L, 0L), List.of(extraction.read(), extraction.broken()));
    try (InputStream same = Extractions.generated(40_000)) {
      assertEquals(same.transferTo(OutputStream.nullOutputStream()), last[0]);
    }
  }

  @Test
  void cutsANameThatIsTooLong() {
    String long120 = "𝒜".repeat(120);
    assertEquals(long120, new Professional(Rpps.of(RPPS), Finess.of(PLACE), long120 + "b").name());
  }

  @Test
  void readsAnRppsNumberAsPeopleTypeIt() {
    assertEquals(Optional.of(Rpps.of(RPPS)), Rpps.parse(" 990 0000 0001 "));
    for (String typed : List.of("", "9900000000", "990000000011", "9900000000X", "٩٩٠٠٠٠٠٠٠٠١")) {
      assertEquals(Optional.empty(), Rpps.parse(typed));
      assertThrows(IllegalArgumentException.class, () -> Rpps.of(typed));
    }
  }

  private static Extraction read(InputStream in) throws IOException {
    return new Extraction(in, bytes -> {});
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Professional> rows(Extraction extraction) throws IOException {
    List<Professional> rows = new ArrayList<>();
    for (Optional<Professional> row = extraction.next(); row.isPresent(); row = extraction.next()) {
      rows.add(row.get());
    }
    return rows;
  }
}
