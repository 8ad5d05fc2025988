package souspli.links;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.Unlock.Verifier;

/**
 * A link as an opening sees it: read once, changed never.
 *
 * @param reason present exactly when withdrawn
 * @param expiresOn the last day on which it opens
 * @param holderWrap absent exactly when withdrawn
 * @param revision of the result; 0 while there is none
 */
public record SealedLink(
    LinkId id,
    PharmacyId pharmacy,
    LinkState state,
    Optional<WithdrawReason> reason,
    YearMonth pepperMonth,
    LocalDate expiresOn,
    Verifier verifier,
    Optional<Sealed> holderWrap,
    int revision) {}
