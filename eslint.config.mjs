import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const { rules: communityRules } = n8nCommunityNodesPlugin.configs.recommendedWithoutN8nCloudSupport;
const communityNodes = {
	plugins: { '@n8n/community-nodes': n8nCommunityNodesPlugin },
	rules: {
		...communityRules,
		// undici is the one runtime dependency: it tells a request that was never sent from one whose
		// answer was lost, which a message must not be sent twice without. The rule exists for n8n Cloud.
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

export default tseslint.config(
	{ ignores: ['dist/', 'node_modules/', 'n8n-versions/', 'coverage/'] },
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strict],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'off',
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
