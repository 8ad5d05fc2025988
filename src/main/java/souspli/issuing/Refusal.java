package souspli.issuing;

import souspli.links.WithdrawReason;

/** Why nothing can be done with a slip, whatever was asked. */
public sealed interface Refusal
    extends EnterResult.Answer,
        CorrectResult.Answer,
        ReissueLink.Answer,
        WithdrawLink.Answer,
        GrantTries.Answer,
        LookAtResult.Answer,
        MendTraits.Answer {

  /** There is none of this number in this pharmacy. Another pharmacy's is the same to us. */
  record UnknownSlip() implements Refusal {}

  /** The day's key is destroyed: only the holder can open it now. It can still be withdrawn. */
  record CustodyEnded() implements Refusal {}

  record AlreadyWithdrawn(WithdrawReason reason) implements Refusal {}

  record NoResultYet() implements Refusal {}
}
