import type { IExecuteFunctions } from 'n8n-workflow';

/** Milliseconds between two reports. */
const interval = 5000;

/**
 * Reports the progress of a long run where n8n lets a running node report: in the browser's console for a run from the
 * editor, and in n8n's log.
 * @param describe the current state in words.
 * @returns a function that stops the reports.
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
