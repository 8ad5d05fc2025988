-- What is owed to the registry, one row for each revision of a result. No message and no answer is stored: the message is
-- built from the link's sealed rows when it is sent. What is owed beyond a link's last revision is its withdrawal.

CREATE TABLE outbox (
  link_id  BINARY(32)        NOT NULL,
  revision INT               NOT NULL,
  state    TINYINT UNSIGNED  NOT NULL DEFAULT 0 COMMENT '0 waiting, 1 sent, 2 refused, 3 a person looks, 4 given up',
  next_try DATETIME          NOT NULL COMMENT 'UTC',
  lease    DATETIME          NULL COMMENT 'UTC: until then one sender has it',
  tries    INT               NOT NULL DEFAULT 0 COMMENT 'raised with each lease, so it also names the lease',
  status   SMALLINT UNSIGNED NULL COMMENT 'of the last answer; null when there was none',
  field    TINYINT UNSIGNED  NULL COMMENT 'which one was refused',
  PRIMARY KEY (link_id, revision),
  KEY outbox_by_turn (state, next_try),
  CONSTRAINT outbox_is_of_a_link FOREIGN KEY (link_id) REFERENCES link (link_id) ON DELETE CASCADE,
  CONSTRAINT outbox_state_is_known CHECK (state <= 4),
  CONSTRAINT outbox_revision_is_positive CHECK (revision >= 1)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
