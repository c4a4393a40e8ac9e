import type { IExecuteFunctions } from 'n8n-workflow';

/** Milliseconds between two reports. */
const interval = 5000;

/**
 * Tells how far a long run has come, by the means n8n gives a node while it runs: the browser's console for
 * whoever runs it in the editor, and n8n's log.
 * @param describe gives the state in words.
 * @returns stops the reports.
 */
export function reportProgress(
	context: Pick<IExecuteFunctions, 'sendMessageToUI' | 'logger' | 'getNode' | 'getExecutionId'>,
	describe: () => string,
): () => void {
	const timer = setInterval(() => {
		const text = describe();
		context.sendMessageToUI(text);
		context.logger.info(`Node '${context.getNode().name}': ${text}`, {
			executionId: context.getExecutionId(),
		});
	}, interval);
	return () => clearInterval(timer);
}
