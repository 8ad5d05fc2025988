-- What a pharmacy calls the boxes whose labels it has scanned, so that a name is asked for once. Tells of no person.
CREATE TABLE known_kit (
  pharmacy BIGINT UNSIGNED NOT NULL,
  gtin     CHAR(14)        NOT NULL,
  name     VARCHAR(40)     NOT NULL,
  kind     VARCHAR(7)      NOT NULL COMMENT 'code of the test',
  PRIMARY KEY (pharmacy, gtin),
  CONSTRAINT known_kit_is_of_a_pharmacy FOREIGN KEY (pharmacy) REFERENCES pharmacy (pharmacy)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Why staff withdrew a slip. For the pharmacy and support alone: the holder is told that it was withdrawn, and by whom.
ALTER TABLE event ADD COLUMN grounds TINYINT UNSIGNED NULL COMMENT 'why withdrawn; null where nobody said';
