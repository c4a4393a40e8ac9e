import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * URLs of this n8n: of its editor, and of its webhooks, which may have another host.
 * https://docs.n8n.io/deploy/host-n8n/configure-n8n/basic-configuration/use-environment-variables/endpoints
 */
export function n8nUrlsOf(
	context: Pick<IExecuteFunctions, 'getInstanceBaseUrl' | 'evaluateExpression'>,
): string[] {
	const resumeUrl = context.evaluateExpression('{{ $execution.resumeUrl }}', 0);
	return [context.getInstanceBaseUrl(), resumeUrl].filter((url) => typeof url === 'string');
}
