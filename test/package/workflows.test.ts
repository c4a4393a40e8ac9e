import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
}
type Permissions = Record<string, string> | string;
interface Job {
	steps: Step[];
	needs?: string | string[];
	environment?: string;
	permissions?: Permissions;
}
interface Workflow {
	permissions?: Permissions;
	jobs: Record<string, Job>;
}

const folder = join(__dirname, '../../.github/workflows');
const texts = readdirSync(folder).map(
	(file) => [file, readFileSync(join(folder, file), 'utf8')] as const,
);
const jobs = texts.flatMap(([file, text]) => {
	const workflow = load(text) as Workflow;
	return Object.entries(workflow.jobs).map(([name, job]) => ({
		file,
		name,
		job,
		rights: job.permissions ?? workflow.permissions,
	}));
});
const publishing = Object.fromEntries(
	jobs.filter(({ file }) => file === 'publish.yml').map(({ name, job }) => [name, job]),
);
const commands = ({ steps }: Job) => steps.map(({ run }) => run ?? '').join('\n');
/** Runs code of packages or of this repository: scripts of an installation, tests, a build. */
const runsCode = (job: Job) =>
	/^\s*(timeout \w+ )?(npm (ci|i|install|test|run|exec)|npx|yarn|pnpm|node|tsx)\b/m.test(
		commands(job),
	);

describe.each(jobs)('job $name of $file', ({ job, rights }) => {
	it('has only the rights that it names', () => {
		expect(rights).toEqual(expect.any(Object));
	});

	it('has no right to write where code of packages runs', () => {
		if (!runsCode(job)) return;
		expect(Object.values(rights as object).filter((right) => right !== 'read')).toEqual([]);
	});

	it('names actions by the hash of a commit', () => {
		const used = job.steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
		expect(used.filter((action) => !/^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
	});

	it('keeps no token in the checkout where code of packages runs', () => {
		if (!runsCode(job)) return;
		const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(
			checkouts.map(() => false),
		);
	});

	it('puts no expression into a command, where its text would become code', () => {
		expect(commands(job)).not.toContain('${{');
	});

	it('uses no long-lived secret', () => {
		expect(JSON.stringify(job)).not.toMatch(/secrets\./);
	});
});

describe('publishing', () => {
	const { test, build, publish } = publishing as Record<'test' | 'build' | 'publish', Job>;

	it('lets only the job that publishes act for npm', () => {
		const trusted = jobs.filter(({ rights }) => typeof rights === 'object' && 'id-token' in rights);
		expect(trusted.map(({ file, name }) => `${file}: ${name}`)).toEqual(['publish.yml: publish']);
		expect(publish.environment).toBe('npm');
	});

	it('waits for the tests', () => {
		expect(publish.needs).toEqual(['test', 'build']);
		expect(commands(test)).toContain('npm test');
	});

	it('builds in a job in which no test and no install script has run', () => {
		expect(commands(build)).toContain('npm ci --ignore-scripts');
		expect(commands(build)).not.toMatch(/npm ci(?! --ignore-scripts)|npm test|rehearse|jest/);
	});

	it('builds with nothing that another job has cached', () => {
		for (const { uses, with: options } of [...build.steps, ...publish.steps]) {
			expect(uses ?? '').not.toMatch(/^actions\/cache/);
			expect(options ?? {}).not.toHaveProperty('cache');
		}
	});

	it('publishes what was built, byte by byte, and runs no script', () => {
		expect(commands(publish)).toContain('sha256sum --check');
		expect(commands(publish)).toMatch(/^npm publish .*--ignore-scripts/m);
	});

	it('publishes only the commit of a tag that names the version and is on main', () => {
		expect(commands(build)).toContain('git merge-base --is-ancestor "$GITHUB_SHA" origin/main');
		expect(commands(build)).toContain('npm run publish:check');
	});

	it("leaves the log-in to npm's trusted publishing, which a registry URL would prevent", () => {
		for (const { with: options } of publish.steps) {
			expect(options ?? {}).not.toHaveProperty('registry-url');
		}
		expect(commands(publish)).not.toContain('NPM_TOKEN');
	});
});
