package souspli.registry;

import java.util.Optional;
import souspli.result.Dossier;
import souspli.result.TestResult;
import souspli.sealedlink.ReportId;

/**
 * One revision of a result as the registry is told it. Exists only in memory, from unsealing until it is sent.
 *
 * @param finess of the pharmacy that answers for it
 * @param rpps eleven digits of the professional, where they are known
 */
record Report(
    ReportId id, Status status, Dossier dossier, TestResult result, String finess, Optional<String> rpps) {

  /** How a revision stands, in the words of FHIR. */
  enum Status {
    FINAL("final"),
    CORRECTED("corrected"),
    /** The pharmacy took it back because result or person was wrong; the values stay in it. */
    ENTERED_IN_ERROR("entered-in-error");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    /**
     * Of revision {@code owed} in a link whose last result has revision {@code last}: what is owed beyond it is the
     * end.
     */
    static Status of(int owed, int last) {
      if (owed > last) {
        return ENTERED_IN_ERROR;
      }
      return owed == 1 ? FINAL : CORRECTED;
    }
  }

  @Override
  public String toString() {
    return "Report[hidden]";
  }
}
