import { DecoratorHandler } from 'undici';
import type { Dispatcher } from 'undici';

/**
 * Sends through a pool, and tells when a request gets its connection: `onStart` is called before its first byte
 * is written. A request that failed before that was certainly not sent. If `onStart` throws, nothing is written
 * and the request fails with that error.
 */
export function watchingStart(pool: Dispatcher, onStart: () => void): Dispatcher {
	return pool.compose(
		(dispatch) => (options, handler) => dispatch(options, new StartWatcher(handler, onStart)),
	);
}

// The declared type of the base class names none of its methods.
interface Decorated extends Dispatcher.DispatchHandler {
	onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void;
}
const Decorator = DecoratorHandler as new (handler: Dispatcher.DispatchHandler) => Decorated;

class StartWatcher extends Decorator {
	constructor(
		handler: Dispatcher.DispatchHandler,
		private readonly onStart: () => void,
	) {
		super(handler);
	}

	override onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
		this.onStart();
		super.onRequestStart(controller, context);
	}
}
