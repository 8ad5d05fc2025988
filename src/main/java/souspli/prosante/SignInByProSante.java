package souspli.prosante;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * Somebody comes back from the provider. Nothing of what the browser brings is believed before it fits the sealed
 * cookie; nothing of what the provider says, before its signature; and then it lets in only who was invited.
 */
@Dependent
public class SignInByProSante {
  private final Departures departures;
  private final Provider provider;
  private final AdmitInvited invited;
  private final Trail trail;
  private final Event<Trouble> troubles;

  @Inject
  public SignInByProSante(
      Departures departures, Provider provider, AdmitInvited invited, Trail trail, Event<Trouble> troubles) {
    this.departures = departures;
    this.provider = provider;
    this.invited = invited;
    this.trail = trail;
    this.troubles = troubles;
  }

  /** What came of it. */
  sealed interface Answer {
    /** {@code left}: whose counter they go on at, where one waited as they went. */
    record In(Member member, Optional<MemberId> left) implements Answer {}

    /** For whatever reason; it is never said which. */
    record Refused() implements Answer {}

    /** The provider does not answer, or knows us not: nothing about the person. */
    record Unavailable() implements Answer {}
  }

  Answer signIn(Returned returned) {
    // 1. a departure of this browser, not older than five minutes
    Optional<Departure> departure = departures.open(returned.cookie());
    // 2. to which this is the answer
    Optional<Departure> ours = departure.filter(trip -> trip.isState(returned.state()));
    // 3. from the provider that it went to, where it says so
    if (ours.isEmpty() || returned.code().isEmpty() || !isFromProvider(returned.issuer())) {
      return refused();
    }
    try {
      // 4. the code is good once, for us and this trip; 5. the ID token; 6. who it is: see Tokens
      Vouched vouched = provider.vouches(returned.code(), ours.get());
      // 7. and whether we know that pharmacist, there
      return invited
          .admit(vouched)
          .<Answer>map(member -> new Answer.In(member, ours.get().left()))
          .orElseGet(Answer.Refused::new);
    } catch (NotVouched e) {
      return e.step().forNow() ? unavailable(e) : refused();
    }
  }

  /** Where the browser goes with this departure; empty when the provider cannot be asked. */
  Optional<URI> leave(Departure departure) {
    try {
      return Optional.of(provider.address(departure));
    } catch (NotVouched e) {
      unavailable(e);
      return Optional.empty();
    }
  }

  private Answer refused() {
    trail.refused(TrailKind.REFUSED, Optional.empty());
    return new Answer.Refused();
  }

  private Answer unavailable(NotVouched why) {
    troubles.fire(new Trouble(why.step().name()));
    return new Answer.Unavailable();
  }

  private boolean isFromProvider(String issuer) {
    return provider.isThere() && (issuer.isEmpty() || provider.isIssuer(issuer));
  }
}
