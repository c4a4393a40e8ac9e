export { business } from './business';
export type { FaultInput } from './graph/faults';
export { startSimulator, type SimulatorOptions } from './server';
export type { SimulatorSettings } from './settings';
export type { CustomerInput, MessageFilter, Simulator } from './simulator';
export type { AcceptedMessage, ReceivedMessage } from './messages/message';
export { unrecorded, type RequestRecord } from './graph/requestRecord';
export type { WebhookDelivery } from './webhooks';
export type { CustomerMessage } from './customers/message';
