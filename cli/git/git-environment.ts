/** What an outer git (a hook, an alias, `rebase --exec`) sets to point its children at its own repository. */
const POINTS_AT_A_REPOSITORY = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_SHALLOW_FILE',
  'GIT_CONFIG',
]

/** What changes an answer or runs a program, wherever it points. */
const CHANGES_AN_ANSWER = ['GIT_EXTERNAL_DIFF', 'GIT_DIFF_OPTS', 'GIT_GRAFT_FILE', 'GIT_REPLACE_REF_BASE', 'GIT_DEFAULT_HASH', 'GIT_PAGER']

/**
 * The environment that git runs in. `named` says that the command was given a repository: then nothing an outer git set may point
 * elsewhere. Without that, a hook's own variables stand, so that a check before a push sees the commits being pushed.
 */
export function gitEnvironment(env: NodeJS.ProcessEnv, named: boolean): NodeJS.ProcessEnv {
  const clean = { ...env }
  for (const name of [...CHANGES_AN_ANSWER, ...(named ? POINTS_AT_A_REPOSITORY : [])]) delete clean[name]
  return {
    ...clean,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // A replacement ref of this clone would show a history that nobody else sees.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
  }
}
