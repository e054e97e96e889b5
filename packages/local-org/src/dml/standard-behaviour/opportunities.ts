import { meaningOf, type RowValues } from './row-values.ts';

/** What the stage of an opportunity means (Object Reference, Opportunity): probability, forecast, closed, won. */
export function deriveOpportunity(values: RowValues): void {
    if (values.changed('StageName')) {
        const stage = meaningOf(values.context, 'OpportunityStage', values.get('StageName'));
        values.set('IsClosed', stage?.('IsClosed') ?? false);
        values.set('IsWon', stage?.('IsWon') ?? false);
        if (!values.isGiven('Probability')) values.set('Probability', stage?.('DefaultProbability') ?? null);
        if (!values.isGiven('ForecastCategoryName'))
            values.set('ForecastCategoryName', stage?.('ForecastCategoryName') ?? 'Pipeline');
        values.set('ForecastCategory', stage?.('ForecastCategory') ?? 'Pipeline');
    }
    const [amount, probability] = [values.get('Amount'), values.get('Probability')];
    const known = typeof amount === 'number' && typeof probability === 'number';
    values.set('ExpectedRevenue', known ? Math.round(amount * probability) / 100 : null);
    setFiscalPeriod(values);
}

function setFiscalPeriod(values: RowValues): void {
    const day = values.get('CloseDate');
    if (typeof day !== 'number' || !values.changed('CloseDate')) return;
    const date = new Date(day * 86_400_000);
    const quarter = Math.floor(date.getUTCMonth() / 3) + 1;
    values.set('FiscalYear', date.getUTCFullYear());
    values.set('FiscalQuarter', quarter);
    values.set('Fiscal', `${date.getUTCFullYear()} ${quarter}`);
}
