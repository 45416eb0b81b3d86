# SPDX-License-Identifier: Apache-2.0
"""A night as an Airflow DAG: shares as mapped tasks, then one that joins them.

Put this file and `shares` into the DAG folder and set the variables `dealbook_folder`, `dealbook_history`, and as you like
`dealbook_shares` (8), `dealbook_flags` of nightly and `dealbook_join_flags`. Try it with

  airflow dags test dealbook_nightly

A task that dies is tried again, three times, and goes on where it stopped. Findings do not make the DAG fail; what could not be
checked does. See `shares` for what the workers must see.
"""
import os
import shlex
from datetime import datetime, timedelta

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG, Variable


def setting(name, default):
    return Variable.get(f'dealbook_{name}', default=default)


history = shlex.quote(setting('history', '/var/lib/dealbook/history.sqlite'))
folder = shlex.quote(setting('folder', '/srv/sales'))
count = int(setting('shares', '8'))
shares = shlex.quote(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'shares'))

with DAG('dealbook_nightly', schedule='30 2 * * *', start_date=datetime(2026, 1, 1), catchup=False, max_active_runs=1,
         default_args={'retries': 3, 'retry_delay': timedelta(seconds=10)}):
    # The night is that of the moment it is planned. Shares are done where the plan was made, so not in a folder of Airflow's.
    plan = BashOperator(
        task_id='plan', cwd='/', bash_command=f'{shares} {history} {count} {folder} {setting("flags", "")} -- {setting("join_flags", "")} ')
    share = BashOperator.partial(task_id='share').expand(
        bash_command=[f'{history}.parts/share {number} ' for number in range(1, count + 1)])
    # Lists the shares that were not done, if any.
    join = BashOperator(task_id='join', bash_command=f'{history}.parts/join || [ $? = 1 ] ', trigger_rule='all_done', retries=0)
    plan >> share >> join
