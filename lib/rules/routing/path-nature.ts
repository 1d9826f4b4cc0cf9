import type { ModelLocations } from '#lib/model/operating-model.ts'
import { SETTINGS_FILE } from '#lib/model/operating-model.ts'

/*
 * What a path is by its name alone. Each answer errs on the side that brings more gates: a doubtful file is not a test,
 * not documentation, and may well be a contract or a pipeline.
 */

const TEST_FOLDERS = new Set(['test', 'tests', '__tests__', 'testdata', 'e2e'])
const TEST_NAME = /(_test\.(go|py|rb|exs)|\.(test|spec)\.[cm]?[jt]sx?|(Test|Tests|Spec)\.(java|kt|scala|cs)|_spec\.rb)$|^test_[^/]*\.py$/
const DOCUMENT_NAME = /\.(md|mdx|markdown|rst|adoc|asciidoc)$/i
const PICTURE_NAME = /\.(png|jpe?g|gif|svg|webp|drawio|puml|mmd)$/i
const DOCUMENT_TREES = new Set(['doc', 'docs', 'documentation'])
const CONTRACT_FOLDERS = new Set(['openapi', 'asyncapi', 'proto', 'protos'])
const CONTRACT_NAME =
  /(openapi|asyncapi|swagger)[^/]*\.(ya?ml|json)$|\.(proto|avsc|graphqls?|thrift|smithy|wsdl)$|^(codegen\.[a-z.]+|oapi-codegen[^/]*|buf(\.gen|\.work)?\.yaml|orval\.config\.[cm]?[jt]s)$/i
const PIPELINE_FOLDERS = [
  '.github/',
  '.gitlab/',
  '.circleci/',
  '.buildkite/',
  '.ci/',
  '.azure-pipelines/',
  '.fairway/',
  '.tekton/',
  '.woodpecker/',
]
const PIPELINE_NAME =
  /^(\.gitlab-ci[^/]*\.ya?ml|azure-pipelines[^/]*\.ya?ml|bitbucket-pipelines\.ya?ml|Jenkinsfile[^/]*|\.travis\.ya?ml|\.drone\.ya?ml|cloudbuild[^/]*\.ya?ml|CODEOWNERS|appveyor\.ya?ml)$/

/** True for a file that only tests. */
export function isTestFile(path: string): boolean {
  const segments = path.split('/')
  const name = segments.pop() ?? ''
  return TEST_NAME.test(name) || segments.some((segment) => TEST_FOLDERS.has(segment))
}

/** True for prose and its pictures: a document by its ending, or a picture within a documentation tree. */
export function isDocumentation(path: string): boolean {
  return DOCUMENT_NAME.test(path) || (PICTURE_NAME.test(path) && isInDocumentTree(path))
}

/** True where documentation stands by itself rather than within a package: a documentation tree, or the root. */
export function isInDocumentTree(path: string): boolean {
  const slash = path.indexOf('/')
  return slash === -1 || DOCUMENT_TREES.has(path.slice(0, slash))
}

/** True for a description that others build on: OpenAPI, AsyncAPI, protocol files, inputs of code generation. */
export function isContractDescription(path: string): boolean {
  const segments = path.split('/')
  const name = segments.pop() ?? ''
  if (CONTRACT_NAME.test(name) || segments.some((segment) => CONTRACT_FOLDERS.has(segment))) return true
  return DOCUMENT_TREES.has(segments[0] ?? '') && segments[1] === 'api'
}

/** True for what can change what is checked: pipeline definitions and the operating model's own files. */
export function isGovernanceFile(path: string, locations: ModelLocations): boolean {
  return isPipelineDefinition(path) || isModelFile(path, locations)
}

/** True for a file that the operating model is read from, or would be once it is there. */
export function isModelFile(path: string, locations: ModelLocations): boolean {
  if (path === SETTINGS_FILE) return true
  return Object.values(locations).some((location: string) => path === location || path.startsWith(`${location}/`))
}

function isPipelineDefinition(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return PIPELINE_FOLDERS.some((folder) => path.startsWith(folder) || path.includes(`/${folder}`)) || PIPELINE_NAME.test(name)
}
