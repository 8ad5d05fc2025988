package souspli.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import souspli.directory.Rpps;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.Sealed;

/** Everybody who works or worked here. Lives in the caller's transaction where there is one. */
@Dependent
public class Members {

  private final EntityManager entities;
  private final SecureRandom random;

  @Inject
  public Members(EntityManager entities, SecureRandom random) {
    this.entities = entities;
    this.random = random;
  }

  public Optional<Member> find(MemberId id) {
    return Optional.ofNullable(entities.find(Member.class, id.value()));
  }

  public Optional<Member> find(EmailAddress email) {
    return entities
        .createQuery("SELECT m FROM Member m WHERE m.email = :email", Member.class)
        .setParameter("email", email.text())
        .getResultStream()
        .findFirst();
  }

  /** Everybody who was invited under this number, at whatever pharmacy, disabled or not. */
  public List<Member> find(Rpps rpps) {
    return entities
        .createQuery("SELECT m FROM Member m WHERE m.rpps = :rpps", Member.class)
        .setParameter("rpps", rpps.digits())
        .getResultList();
  }

  /** To be changed: locked until the transaction ends, and read anew. */
  public Optional<Member> lock(MemberId id) {
    return entities
        .createQuery("SELECT m FROM Member m WHERE m.member = :member", Member.class)
        .setParameter("member", id.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** How a member is called; for an id that came out of our own rows. */
  public PersonName name(MemberId id) {
    return find(id)
        .map(member -> new PersonName(member.name()))
        .orElseThrow(() -> new IllegalStateException("no member " + id.value()));
  }

  /** Who works here, by name: those of one pharmacy for its manager, all for an administrator. */
  public List<Member> seenBy(Acting acting) {
    acting.require(Act.SEE_MEMBERS);
    return acting.pharmacy().map(this::of).orElseGet(this::all);
  }

  private List<Member> all() {
    return entities.createQuery("SELECT m FROM Member m ORDER BY m.name, m.email", Member.class).getResultList();
  }

  private List<Member> of(PharmacyId pharmacy) {
    return entities
        .createQuery("SELECT m FROM Member m WHERE m.pharmacy = :pharmacy ORDER BY m.name, m.email", Member.class)
        .setParameter("pharmacy", pharmacy.value())
        .getResultList();
  }

  /**
   * The id under which whoever accepts this invitation has to seal the second factor: their own of old, or a new one.
   * Empty when somebody has this address whom it may not change.
   */
  public Optional<MemberId> idFor(Invitation invitation) {
    Optional<Member> known = find(invitation.email());
    return known.isEmpty()
        ? Optional.of(MemberId.fresh(random)).filter(id -> invitation.renews().isEmpty())
        : known.filter(member -> member.mayArriveBy(invitation)).map(Member::id);
  }

  /**
   * Whoever was invited arrives, comes back after having been disabled, or gets new factors.
   *
   * @param usedUp just used up, in this transaction
   * @param password Argon2id as a PHC string
   * @param totp sealed for {@code id}
   * @param step of the digits with which the factor was shown to work
   */
  public Member welcome(Invitation usedUp, MemberId id, String password, Sealed totp, long step) {
    Member member = arrive(usedUp, id);
    member.withDigits(password, totp, step);
    return member;
  }

  /** The same with a passkey alone, which the caller adds; the member's row is there when this returns. */
  public Member welcome(Invitation usedUp, MemberId id) {
    Member member = arrive(usedUp, id);
    entities.flush();
    return member;
  }

  private Member arrive(Invitation usedUp, MemberId id) {
    Optional<Member> known = lock(id);
    if (known.isPresent()) {
      known.get().arriveAgainBy(usedUp);
      return known.get();
    }
    Member member = new Member(id, usedUp);
    entities.persist(member);
    return member;
  }
}
