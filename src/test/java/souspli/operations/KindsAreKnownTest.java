package souspli.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.TestSettings;

class KindsAreKnownTest {
  @TempDir private Path directory;

  @Test
  void whatThereIsMayBeToldInPerson() {
    assertEquals(List.of(), faultsOf(""));
    assertEquals(List.of(), faultsOf("strep-a, covid"));
  }

  @Test
  void whatThereIsNotIsNamed() {
    assertEquals(List.of("souspli.told-in-person: there is no kind of test \"strep\""), faultsOf("covid,strep"));
  }

  private List<String> faultsOf(String kinds) {
    return new KindsAreKnown(TestSettings.in(directory, Map.of("souspli.told-in-person", kinds))).faults();
  }
}
