package souspli.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void passesAndRefusesAsInTheVectors() throws IOException {
    JsonObject gcra = vectors().getJsonObject("gcra");
    Gate gate = Gate.of(9, 24, Duration.ofSeconds(gcra.getInt("increment_s")), gcra.getInt("burst"));
    List<Boolean> allowed = new ArrayList<>();
    long tat = 0;
    for (int arrival : gcra.getJsonArray("arrivals_s").getValuesAs(n -> ((jakarta.json.JsonNumber) n).intValue())) {
      OptionalLong next = gate.pass(tat, arrival * 1_000_000L);
      allowed.add(next.isPresent());
      tat = next.orElse(tat);
    }
    assertEquals(gcra.getJsonArray("allowed").getValuesAs(b -> b.toString().equals("true")), allowed);
  }

  @Test
  void bearsItsBurstAndThenOneMorePerIncrement() {
    long now = Duration.ofDays(20_000).toMillis() * 1000;
    long tat = 0;
    for (int i = 0; i < 60; i++) {
      tat = Gate.IPV6_64.pass(tat, now).orElseThrow();
    }
    assertEquals(OptionalLong.empty(), Gate.IPV6_64.pass(tat, now));
    assertEquals(OptionalLong.empty(), Gate.IPV6_64.pass(tat, now + 19_999_999));
    assertEquals(OptionalLong.of(tat + 20_000_000), Gate.IPV6_64.pass(tat, now + 20_000_000));
  }

  private static JsonObject vectors() throws IOException {
    try (InputStream file = GateTest.class.getResourceAsStream("/souspli/sealedlink/sealed-link-vectors.json");
        JsonReader reader = Json.createReader(file)) {
      return reader.readObject();
    }
  }
}
