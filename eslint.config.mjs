import { readdirSync } from 'node:fs';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import redos from 'eslint-plugin-redos';
import tseslint from 'typescript-eslint';

const { rules: communityRules } = n8nCommunityNodesPlugin.configs.recommendedWithoutN8nCloudSupport;
const communityNodes = {
	plugins: { '@n8n/community-nodes': n8nCommunityNodesPlugin },
	rules: {
		...communityRules,
		// undici tells a request that was never sent from one whose response was lost, which a message must not be
		// sent twice without. re2js runs the patterns of users in linear time. The rule exists for n8n Cloud.
		'@n8n/community-nodes/no-runtime-dependencies': 'off',
		// Errors become n8n's in one place, nodeErrors.ts; below it they are thrown as what they are.
		'@n8n/community-nodes/require-node-api-error': 'off',
	},
};
// Rules for n8n's own nodes whose opposite n8n asks of community nodes: NodeConnectionTypes instead of
// 'main', and a documentation URL instead of the name of a page of n8n's documentation.
const ownedByCommunityRules = {
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	// Fields stand in the order a person fills them in; the rule also breaks off on sections it can't read.
	'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items': 'off',
};
const nodesBase = (ruleSet, changes = {}) => ({
	plugins: { 'n8n-nodes-base': n8nNodesBase },
	rules: { ...n8nNodesBase.configs[ruleSet].rules, ...changes },
});

const action = './nodes/WhatsAppBusiness';
const trigger = './nodes/WhatsAppBusinessTrigger';
const operations = `${action}/operations`;

const graphApiForOperations = [
	'checksum',
	'coerce',
	'connection',
	'errors/fileError',
	'json',
	'limitSize',
	'pages',
	'path',
	'platform',
	'reservedParameters',
	'resumableUpload',
	'safePath',
	'sendingRules',
	'types',
];

const triggerRooms = [
	...['n8n', 'events', 'items', 'filters', 'parameters', 'duplicates'],
	...['conversations', 'emit', 'flow', 'replies', 'registration', 'receive'],
];

/**
 * Who may not import from whom. The arrows point down: nodes → shared → memory → graphApi, and inside the action node
 * run → operations → fields → parameters.
 * https://github.com/un-ts/eslint-plugin-import-x/blob/master/docs/rules/no-restricted-paths.md
 */
const layers = [
	{ target: './nodes/graphApi', from: ['./nodes/memory', './nodes/shared', action, trigger] },
	{ target: './nodes/memory', from: ['./nodes/shared', action, trigger] },
	{ target: './nodes/shared', from: [action, trigger] },
	{ target: './nodes/shared/events', from: './nodes/shared/items' },
	{ target: action, from: trigger },
	{ target: trigger, from: action },
	// The trigger's rooms, the lowest first: none imports from a later one.
	...triggerRooms
		.map((room, index) => ({
			target: `${trigger}/${room}`,
			from: triggerRooms.slice(index + 1).map((later) => `${trigger}/${later}`),
		}))
		.filter(({ from }) => from.length > 0),
	{ target: ['./nodes', './credentials'], from: ['./simulator', './scripts', './test'] },
	{
		target: ['fields', 'files', 'parameters', 'sendAndWait'].map((folder) => `${action}/${folder}`),
		from: [operations, `${action}/run`],
	},
	{ target: operations, from: `${action}/run` },
	{ target: `${action}/parameters`, from: `${action}/fields` },
	{ target: `${action}/files`, from: `${action}/operation.ts` },
	{
		target: [operations, `${action}/fields`],
		from: './nodes/graphApi',
		// What a request is made of; sockets, retries, limits and hosts are not an operation's business.
		except: graphApiForOperations.map((file) => `./${file}.ts`),
		message: 'Operations build requests; graphApi sends them.',
	},
	// What two resources share belongs in fields/.
	...readdirSync(new URL(operations, import.meta.url)).map((resource) => ({
		target: `${operations}/${resource}`,
		from: operations,
		except: [`./${resource}`],
		message: 'What two resources share belongs in fields/.',
	})),
].map((zone) => ({
	message: 'Dependencies point down: see the layers in eslint.config.mjs.',
	...zone,
}));

export default tseslint.config(
	{ ignores: ['dist/', 'node_modules/', 'n8n-versions/', 'coverage/'] },
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// Operations and requests are object literals whose functions do not use `this`.
			'@typescript-eslint/unbound-method': 'off',
			// It does not end on types that refer to themselves, such as the body of a request.
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
			// Limits count characters, and the spread of a text gives its characters.
			'@typescript-eslint/no-misused-spread': 'off',
			// A type parameter that stands once can still name what the caller gets or hands in.
			'@typescript-eslint/no-unnecessary-type-parameters': 'off',
		},
	},
	{
		files: ['test/**/*.ts'],
		rules: {
			// jest's matchers are typed as any, and what a test gets from outside is checked by the test itself:
			// a value of another type makes its comparison fail.
			...Object.fromEntries(
				[
					'no-base-to-string',
					'no-unnecessary-condition',
					'no-unsafe-argument',
					'no-unsafe-assignment',
					'no-unsafe-member-access',
					'no-unsafe-return',
					'restrict-plus-operands',
					'restrict-template-expressions',
				].map((rule) => [`@typescript-eslint/${rule}`, 'off']),
			),
			// Response.formData() is deprecated for servers, which a test is not.
			'@typescript-eslint/no-deprecated': 'off',
			// What a test hands in may have to be async by its type alone.
			'@typescript-eslint/require-await': 'off',
		},
	},
	{
		files: ['simulator/phone/page/**/*.ts'],
		rules: {
			// The values of the page's forms are texts; none has a file input.
			'@typescript-eslint/no-base-to-string': 'off',
			// What the page gets as JSON may lack what its type promises.
			'@typescript-eslint/no-unnecessary-condition': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		plugins: { 'import-x': importX },
		settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.json'] })] },
		rules: { 'import-x/no-restricted-paths': ['error', { zones: layers }] },
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'simulator/**/*.ts', 'scripts/**/*.ts'],
		plugins: { redos },
		rules: {
			// Text from outside must not stop n8n: a pattern takes time in proportion to the text. Without time
			// limits of its own, the check says the same on every machine, a busy one, too.
			'redos/no-vulnerable': [
				'error',
				{
					timeout: null,
					seedingTimeout: null,
					incubationTimeout: null,
					attackTimeout: null,
					cache: false,
					ignoreErrors: false,
				},
			],
		},
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"]',
					message: 'Write a literal: the check for patterns that backtrack reads only those.',
				},
			],
		},
	},
	{ files: ['nodes/**/*.ts'], ...nodesBase('nodes', ownedByCommunityRules) },
	{ files: ['credentials/**/*.ts'], ...nodesBase('credentials', ownedByCommunityRules) },
	{ files: ['nodes/**/*.ts', 'credentials/**/*.ts'], ...communityNodes },
	{
		files: ['package.json'],
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
		...nodesBase('community'),
	},
	{ files: ['package.json'], ...communityNodes },
);
