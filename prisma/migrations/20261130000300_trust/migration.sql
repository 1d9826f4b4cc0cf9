-- AlterTable
ALTER TABLE "promotion" ADD COLUMN     "basis" JSONB;


-- A role that can only append must not be able to insert into the chain by itself: the function does it with the rights of its owner, which
-- only numbers, dates and hashes what it is given. Its search path is fixed, so that nobody can put other tables in front.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION "append_audit"(TEXT, TEXT) SECURITY DEFINER SET search_path = pg_catalog, %I, pg_temp', current_schema());
END
$$;
REVOKE EXECUTE ON FUNCTION "append_audit"(TEXT, TEXT) FROM PUBLIC;

-- The tables whose triggers refuse to have rows changed, removed, or changed otherwise than by closing them.
CREATE FUNCTION "rewriting_refused"() RETURNS TABLE ("table" OID, "no_update" BOOLEAN, "no_delete" BOOLEAN, "closes" BOOLEAN) LANGUAGE sql STABLE AS $$
  SELECT t.tgrelid, bool_or(p.proname = 'refuse_rewriting' AND t.tgtype & 16 > 0), bool_or(t.tgtype & 8 > 0), bool_or(p.proname = 'allow_closing_only')
  FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
  WHERE p.proname IN ('refuse_rewriting', 'allow_closing_only') AND p.pronamespace = current_schema()::regnamespace AND NOT t.tgisinternal
  GROUP BY t.tgrelid
$$;

-- Gives a role what the application needs and no more: it may read everything, add to everything but the chain (which has its function),
-- and change or remove only where no trigger refuses it. Run by the owner after every migration, so that new tables are in it.
CREATE FUNCTION "grant_to_application"("role" TEXT) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  each RECORD;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), $1);
  FOR each IN
    SELECT c.oid::regclass AS "table", c.relname AS "name", coalesce(r."no_update", false) AS "no_update",
      coalesce(r."no_delete", false) AS "no_delete", coalesce(r."closes", false) AS "closes"
    FROM pg_class c LEFT JOIN "rewriting_refused"() r ON r."table" = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM %I', each."table", $1);
    EXECUTE format('GRANT SELECT ON %s TO %I', each."table", $1);
    CONTINUE WHEN each."name" = '_prisma_migrations';
    IF each."name" <> 'audit_event' THEN
      EXECUTE format('GRANT INSERT ON %s TO %I', each."table", $1);
    END IF;
    IF each."closes" THEN
      EXECUTE format('GRANT UPDATE ("closed_at", "closed_by") ON %s TO %I', each."table", $1);
    ELSIF NOT each."no_update" THEN
      EXECUTE format('GRANT UPDATE ON %s TO %I', each."table", $1);
    END IF;
    IF NOT each."no_delete" THEN
      EXECUTE format('GRANT DELETE ON %s TO %I', each."table", $1);
    END IF;
  END LOOP;
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO %I', current_schema(), $1);
  EXECUTE format('GRANT EXECUTE ON FUNCTION "append_audit"(TEXT, TEXT) TO %I', $1);
END
$$;

-- By what the role that asks could rewrite the history, one line each; none when it can only append to it. Of a superuser there is no more to say.
CREATE FUNCTION "ways_to_rewrite"() RETURNS TABLE ("way" TEXT) LANGUAGE sql STABLE AS $$
  SELECT 'it is a superuser' FROM pg_roles WHERE rolname = current_user AND rolsuper
  UNION ALL
  SELECT 'it may act as ' || o.rolname || ', who owns ' || string_agg(c.relname, ', ' ORDER BY c.relname)
  FROM "rewriting_refused"() r JOIN pg_class c ON c.oid = r."table" JOIN pg_roles o ON o.oid = c.relowner
    JOIN pg_roles asks ON asks.rolname = current_user AND NOT asks.rolsuper
  WHERE pg_has_role(current_user, c.relowner, 'MEMBER') GROUP BY o.rolname
  UNION ALL
  SELECT 'it may ' || w."does" || ' ' || string_agg(c.relname, ', ' ORDER BY c.relname)
  FROM "rewriting_refused"() r JOIN pg_class c ON c.oid = r."table"
    JOIN pg_roles asks ON asks.rolname = current_user AND NOT asks.rolsuper AND asks.oid <> c.relowner
    CROSS JOIN LATERAL (VALUES ('UPDATE', 'change', r."no_update"), ('DELETE', 'remove from', r."no_delete"), ('TRUNCATE', 'empty', r."no_delete"),
      ('TRIGGER', 'put triggers on', true), ('INSERT', 'write beside the chain into', c.relname = 'audit_event')) w("right", "does", "is_refused")
  WHERE w."is_refused" AND has_table_privilege(current_user, c.oid, w."right") GROUP BY w."does"
  ORDER BY 1
$$;
