package souspli.keys;

import souspli.sealedlink.Secret;

/** The seed of the Ed25519 key that signs the public log's checkpoints. */
public final class LogSeed extends Secret {
  private LogSeed(byte[] bytes) {
    super(bytes, KeyFile.KEY);
  }

  static LogSeed of(byte[] stored) {
    return new LogSeed(stored);
  }
}
