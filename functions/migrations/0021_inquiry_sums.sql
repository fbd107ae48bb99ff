-- Inquiries by day and by minute (WIB, `2026-11-24`, `2026-11-24T12:05`), kept with every inquiry, so that their
-- number as of any moment can be told. Spam counts: it was seen when it came. Only adds.

CREATE TABLE inquiry_sums (
  level TEXT NOT NULL CHECK (level IN ('day', 'minute')),
  span TEXT NOT NULL,
  inquiries INTEGER NOT NULL,
  PRIMARY KEY (level, span)
) WITHOUT ROWID;

CREATE TRIGGER inquiries_add_up AFTER INSERT ON inquiries
BEGIN
  INSERT INTO inquiry_sums (level, span, inquiries)
  VALUES ('day', date(NEW.created_at, '+7 hours'), 1),
    ('minute', strftime('%Y-%m-%dT%H:%M', NEW.created_at, '+7 hours'), 1)
  ON CONFLICT (level, span) DO UPDATE SET inquiries = inquiries + 1;
END;

-- Questions that wait for an answer.
CREATE INDEX inquiries_unanswered ON inquiries (created_at) WHERE status = 'open';
