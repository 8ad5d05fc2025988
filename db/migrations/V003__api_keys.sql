-- The keys of pharmacy software. A key itself is shown once and stored nowhere: only its hash is, and 256 random bits need
-- no slow one. A revoked key stays, so that a manager sees what there was.

CREATE TABLE api_key (
  api_key      BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'random: names the row on the page of keys',
  key_hash     BINARY(32)      NOT NULL UNIQUE COMMENT 'SHA-256 of the key',
  pharmacy     BIGINT UNSIGNED NOT NULL,
  made_by      BIGINT UNSIGNED NOT NULL COMMENT 'acts in all that is done with the key',
  name         VARCHAR(60)     NOT NULL COMMENT 'of the software, as its manager calls it',
  made_on      DATE            NOT NULL,
  last_used_on DATE            NULL,
  revoked_on   DATE            NULL,
  KEY api_key_by_pharmacy (pharmacy),
  CONSTRAINT api_key_is_of_a_pharmacy FOREIGN KEY (pharmacy) REFERENCES pharmacy (pharmacy),
  CONSTRAINT api_key_was_made_by_a_member FOREIGN KEY (made_by) REFERENCES member (member)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
