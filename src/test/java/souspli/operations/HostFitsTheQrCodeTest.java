package souspli.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.TestSettings;

class HostFitsTheQrCodeTest {
  @TempDir Path directory;

  @Test
  void aShortHostIsFine() {
    assertEquals(List.of(), checkOf("https://" + "h".repeat(16) + ".example").faults());
    assertEquals(List.of(), checkOf("https://" + "h".repeat(16) + ".example").warnings());
  }

  @Test
  void aLongHostIsWarnedOf() {
    HostFitsTheQrCode check = checkOf("https://" + "h".repeat(17) + ".example");
    assertEquals(List.of(), check.faults());
    assertTrue(check.warnings().getFirst().startsWith("souspli.base-url: "));
  }

  @Test
  void aHostThatFitsNowhereIsRefused() {
    String fault = checkOf("https://" + "h".repeat(37) + ".example").faults().getFirst();
    assertTrue(fault.startsWith("souspli.base-url: ") && fault.contains("44"), fault);
  }

  private HostFitsTheQrCode checkOf(String baseUrl) {
    return new HostFitsTheQrCode(
        TestSettings.in(directory, Map.of("souspli.base-url", baseUrl, "souspli.environment", "production")));
  }
}
