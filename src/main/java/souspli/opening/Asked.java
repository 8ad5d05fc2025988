package souspli.opening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.Token;

/** What the form asks for, once it has the form of a question. */
sealed interface Asked {
  /** A code and a date that can be ones; whether they are right is still open. */
  record Link(Token token, DateOfBirth date) implements Asked {}

  /** Mistakes of form, in the order of the fields. */
  record Faulty(List<Fault> faults) implements Asked {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** Looks at the input alone. */
  static Asked read(Typed typed, Instant now) {
    List<Fault> faults = new ArrayList<>();
    AskedDate date =
        AskedDate.read(typed.day(), typed.month(), typed.year(), DateOfBirth.latest(now), typed.language());
    if (date instanceof AskedDate.Wrong wrong) {
      faults.add(wrong.fault());
    }
    Optional<Token> token = Token.parse(typed.code());
    if (token.isEmpty()) {
      faults.add(typed.code().isEmpty() ? Fault.CODE_MISSING : Fault.CODE_MISTYPED);
    }
    return date instanceof AskedDate.Date right && token.isPresent()
        ? new Link(token.get(), right.date())
        : new Faulty(faults);
  }
}
