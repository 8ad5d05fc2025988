package souspli.opening;

import java.time.LocalDate;
import java.util.List;
import souspli.accesslog.Event;
import souspli.limits.Tries;
import souspli.result.TestResult;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.Token;

/**
 * Everything that a post to {@code /} can be answered. Each case has one view of its name in {@code opening/answers},
 * so that folder holds every sentence a patient can ever read.
 */
public sealed interface Opening {
  /** The form again, nothing asked yet: another language was chosen. */
  record Question() implements Opening {}

  /** Mistakes of form. No try, and no word about any link. */
  record BadForm(List<Fault> faults) implements Opening {
    public BadForm {
      faults = List.copyOf(faults);
    }
  }

  /** The one answer: no such link, expired, locked, or another date of birth. Nobody is told which. */
  record WrongDetails() implements Opening {}

  /** Too many from one neighbourhood of the network. */
  record TryLater() implements Opening {}

  /** The service has a fault, which the log knows. */
  record Unavailable() implements Opening {}

  /** Only the holder of code and date of birth gets any of the rest, and may ask again with both. */
  sealed interface Truth extends Opening {
    Proven proven();
  }

  /** Code and date of birth that were right, for the hidden fields of the answer. */
  record Proven(Token token, DateOfBirth date) {
    @Override
    public String toString() {
      return "Proven[hidden]";
    }
  }

  /** Issued, without a result yet. */
  record NotReadyYet(Proven proven) implements Truth {}

  /** Withdrawn because result or person was wrong: by the pharmacy, or for it by support. */
  record WithdrawnByPharmacy(Proven proven, ToCall pharmacy) implements Truth {}

  /** Withdrawn by the holder. */
  record Erased(Proven proven) implements Truth {}

  /** A newer slip holds the same result. */
  record Replaced(Proven proven) implements Truth {}

  /** Nobody entered a result in time. */
  record NoResult(Proven proven, ToCall pharmacy) implements Truth {}

  /** There is a result, of a kind that is told in person whatever it is. */
  record CallPatientIn(Proven proven, ToCall pharmacy) implements Truth {}

  /**
   * The result.
   *
   * @param lastEvents the last ten things that happened to the link, latest first, this opening among them
   * @param openings how often it was opened with the slip, this time included
   * @param tries wrong tries so far
   * @param readableUntil last day
   */
  record Shown(
      Proven proven,
      TestResult result,
      List<Event> lastEvents,
      int openings,
      Tries.State tries,
      LocalDate readableUntil)
      implements Truth {
    public Shown {
      lastEvents = List.copyOf(lastEvents);
    }
  }

  /** Whether the holder is sure about erasing; asks nobody but the holder, so nothing is counted or looked up. */
  record EraseAsked() implements Opening {}

  /** Who can help by telephone. */
  record ToCall(String name, String telephone) {}
}
