-- An exception begins as a request, and is approved only by as many decisions as there are places, each by another person who has not worded
-- it: whoever can write to the database, but may only append, makes none that nobody decided.
CREATE FUNCTION "allow_decided_exceptions_only"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  places INTEGER;
  approvers INTEGER;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" = 'requested' AND NEW."version" = 1 AND NEW."approval" IS NULL THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a row of % begins as a request', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF NEW."approval" IS NULL OR OLD."approval" IS NOT NULL THEN
    RETURN NEW;
  END IF;
  places := jsonb_array_length(NEW."approval" -> 'places');
  SELECT count(DISTINCT d."person_id") INTO approvers
  FROM "exception_decision" d JOIN jsonb_array_elements(NEW."approval" -> 'places') p ON p -> 'by' ->> 'id' = d."person_id"::text
  WHERE d."exception_id" = NEW."id" AND d."decision" = 'approve'
    AND NOT EXISTS (SELECT FROM "exception_version" v WHERE v."exception_id" = NEW."id" AND v."person_id" = d."person_id");
  IF NEW."state" = 'approved' AND places > 0 AND approvers = places THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a row of % is approved by the decisions that fill its places', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END
$$;
CREATE TRIGGER "exception_is_decided" BEFORE INSERT OR UPDATE ON "exception" FOR EACH ROW EXECUTE FUNCTION "allow_decided_exceptions_only"();
