-- Passkeys of staff: public keys only, so whoever copies these rows signs in nowhere.

CREATE TABLE passkey (
  passkey         BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'random: names the row on its page',
  member          BIGINT UNSIGNED NOT NULL,
  credential_id   VARBINARY(1023) NOT NULL UNIQUE COMMENT 'chosen by the authenticator',
  credential      VARBINARY(4096) NOT NULL COMMENT 'attested credential data of WebAuthn: model, id, public key',
  signatures      BIGINT UNSIGNED NOT NULL COMMENT 'counter of the authenticator; some always say 0',
  backup_eligible BOOLEAN         NOT NULL COMMENT 'may be copied to other devices of its owner',
  backed_up       BOOLEAN         NOT NULL COMMENT 'was, when it last signed',
  factor          BINARY(16)      NOT NULL COMMENT 'of the second factor beside which it counts',
  name            VARCHAR(60)     NOT NULL COMMENT 'as its owner calls it',
  added_on        DATE            NOT NULL,
  last_used_on    DATE            NULL,
  KEY passkey_by_member (member),
  CONSTRAINT passkey_is_of_a_member FOREIGN KEY (member) REFERENCES member (member)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Challenges that have come back, until they would have expired: each counts once.
CREATE TABLE passkey_challenge (
  nonce      BINARY(16) NOT NULL PRIMARY KEY,
  expires_at DATETIME   NOT NULL COMMENT 'UTC',
  KEY passkey_challenge_by_end (expires_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE member
  ADD COLUMN passkey_changes INT NOT NULL DEFAULT 0 COMMENT 'each ends the sessions that began before';
