package souspli.keys;

import souspli.sealedlink.Secret;

/** One per day: turns an address into the number of a gate's cell, so that no address is ever stored. */
public final class GateKey extends Secret {
  private GateKey(byte[] bytes) {
    super(bytes, KeyFile.KEY);
  }

  public static GateKey of(byte[] stored) {
    return new GateKey(stored);
  }

  /** HMAC-SHA256 over the parts, one after the other; 32 bytes. */
  public byte[] mac(byte[]... parts) {
    return hmac(parts);
  }
}
