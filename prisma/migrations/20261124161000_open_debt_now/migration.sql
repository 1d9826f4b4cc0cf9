-- Whether a line of debt is open for any of the gates now. A function that may change between two calls sees what was committed before each,
-- also within a statement that waited for the audit chain and began before that.
CREATE FUNCTION "is_debt_open"("repository_id" BIGINT, "gates" TEXT[]) RETURNS BOOLEAN LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM "debt_line" d WHERE d."repository_id" = $1 AND d."closed_at" IS NULL AND d."gate" = ANY($2));
END
$$;

-- Undoes the statement that it is asked in, and says which it was by a class of errors of our own.
CREATE FUNCTION "refuse_together"() RETURNS BOOLEAN LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RAISE EXCEPTION 'this can only be kept alone' USING ERRCODE = 'LK001';
END
$$;
