import { archivingCases, rejectedArchiving } from '../../support/archiving';
import { templateId } from './ids';

export const cases = archivingCases('archive', templateId('seasonal_promotion'));
export const rejected = rejectedArchiving;
