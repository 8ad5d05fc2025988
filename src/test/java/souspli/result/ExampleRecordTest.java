package souspli.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The record in {@code src/docs/sealed-link.md} is one of ours, byte for byte but for its line ends. */
class ExampleRecordTest {
  @Test
  void theDocumentedRecordReadsAndWritesTheSame() throws IOException {
    String document = Files.readString(Path.of("src/docs/sealed-link.md"));
    Matcher example = Pattern.compile("(?s)```json\\n(.*?)```").matcher(document);
    example.find();
    String record = example.group(1).replaceAll("\\n *", "");
    TestResult read = TestResult.of(record.getBytes(StandardCharsets.UTF_8));
    assertEquals(record, new String(read.bytes(), StandardCharsets.UTF_8));
  }
}
