/** Ends with an error if the package must not be published as it is: `npm run publish:check`, in publish.yml. */
import manifest from '../package.json';
import { publishProblems } from './publish/problems';

const { GITHUB_REF_NAME: tag = '', GITHUB_REPOSITORY: repository = '' } = process.env;
const problems = publishProblems(manifest, { tag, repository });
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
