/**
 * Whether one process of n8n does everything: production, test runs and all executions.
 * https://docs.n8n.io/deploy/host-n8n/configure-n8n/scaling/enable-queue-mode
 */
export function sharesProcess(): boolean {
	return process.env.EXECUTIONS_MODE !== 'queue';
}
